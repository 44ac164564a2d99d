const FLASH_MS = 1_000;
const usual = document.title;

/** Makes the tab call for attention until the returned function is called; it stands still for those who asked for less motion. */
export function flashTitle(words) {
  document.title = words;
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
  document.title = usual;
}
