/** Runs inside the page and returns what a person with a screen reader, weak eyes or a thumb would stumble over. */
(() => {
  const CONTROLS = 'button, a[href], input, select, textarea, [tabindex="0"]';
  const dialogs = [...document.querySelectorAll('dialog[open]')];
  const root = dialogs.at(-1) ?? document.body;
  const visible = [...root.querySelectorAll('*')].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  const controls = visible.filter((element) => element.matches(CONTROLS));

  return {
    nameless: controls.filter((element) => !nameOf(element)).map(describe),
    pale: visible.filter(hasOwnWords).map(contrastOf).filter(Boolean),
    tiny: controls.filter(isTiny).map(describe),
    tooWide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  };

  function nameOf(element) {
    const label = element.labels?.[0]?.textContent;
    return (element.getAttribute('aria-label') || label || element.textContent).trim();
  }

  function isTiny(element) {
    const { width, height } = element.getBoundingClientRect();
    return !element.closest('.pill, .skip-link') && (width < 24 || height < 24);
  }

  function hasOwnWords(element) {
    const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    return words && !element.closest('.visually-hidden, :disabled') && !element.matches('.skip-link, option');
  }

  /** Only where both colours are plain; words on the sky are looked at by eye. */
  function contrastOf(element) {
    const style = getComputedStyle(element);
    const [ink, paper] = [channels(style.color), paperOf(element)];
    if (!ink || !paper) return null;
    const [light, dark] = [luminance(ink), luminance(paper)].sort((one, other) => other - one);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = Number.parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    return ratio < (isLarge ? 3 : 4.5) ? `${describe(element)} ${ratio.toFixed(2)}` : null;
  }

  function paperOf(element) {
    for (let current = element; current; current = current.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(current);
      if (backgroundImage !== 'none') return null;
      const colour = channels(backgroundColor);
      if (colour) return colour;
      if (backgroundColor !== 'rgba(0, 0, 0, 0)') return null;
    }
    return null;
  }

  function channels(colour) {
    const [, list] = /^rgb\(([\d., ]+)\)$/.exec(colour) ?? [];
    return list ? list.split(',').map(Number) : null;
  }

  function luminance(rgb) {
    const [red, green, blue] = rgb.map((channel) => {
      const share = channel / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function describe(element) {
    return `${element.nodeName.toLowerCase()}${element.id ? `#${element.id}` : ''} "${element.textContent.trim().slice(0, 30)}"`;
  }
})();
