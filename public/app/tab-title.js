const FLASH_MS = 1_000;
const plain = document.title;
let usual = plain;
let isFlashing = false;

/** The tab is called after what it shows, so that Back and a bookmark say where they lead; null: after Callivate alone. */
export function nameTab(words) {
  const name = words ? `${words} · ${plain}` : plain;
  if (name === usual) return;
  usual = name;
  if (!isFlashing) document.title = usual;
}

/** Makes the tab call for attention until the returned function is called; it stands still for those who asked for less motion. */
export function flashTitle(words) {
  document.title = words;
  isFlashing = true;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return restoreTitle;
  const flashing = setInterval(() => {
    document.title = document.title === words ? usual : words;
  }, FLASH_MS);
  return () => {
    clearInterval(flashing);
    restoreTitle();
  };
}

function restoreTitle() {
  isFlashing = false;
  document.title = usual;
}
