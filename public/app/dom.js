/** Builds an element. `on…` functions listen, `true` is an empty attribute, null and false leave the attribute out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Builds a part of a drawing. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.flat());
  return element;
}

/**
 * Makes the content of `container` look like `wanted`, keeping the elements that are already right.
 * Focus, scroll and half-typed words survive, however often the server's news repaint the page; a form that shows what is
 * wrong in it is left alone until it is sent again.
 */
export function paint(container, ...wanted) {
  const shadow = container.cloneNode(false);
  shadow.append(...wanted.flat(2).filter(Boolean));
  morphChildren(container, shadow);
}

export function byId(id) {
  return document.getElementById(id);
}

/** Gives the focus back to an element, or to the one that a repaint put in its place. */
export function giveFocusBack(element) {
  const place = element?.isConnected ? element : byId(element?.id);
  place?.focus();
}

function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === 'function') element.addEventListener(name.slice(2), value);
  else element.setAttribute(name, value === true ? '' : String(value));
}

function morphChildren(live, wanted) {
  let cursor = live.firstChild;
  for (const next of [...wanted.childNodes]) {
    const match = matchFor(cursor, next, live);
    if (!match) {
      live.insertBefore(next, cursor);
      continue;
    }
    if (match === cursor) cursor = cursor.nextSibling;
    else live.insertBefore(match, cursor);
    morph(match, next);
  }
  while (cursor) {
    const gone = cursor;
    cursor = cursor.nextSibling;
    gone.remove();
  }
}

/** An element with an id is only ever matched by its id, so that a row never turns into its neighbour. */
function matchFor(cursor, next, live) {
  if (next.id) return [...live.children].find((child) => child.id === next.id && child.nodeName === next.nodeName);
  return cursor && !cursor.id && cursor.nodeName === next.nodeName ? cursor : null;
}

function morph(live, wanted) {
  if (live.isEqualNode(wanted) || live.dataset?.problem) return;
  if (live.nodeType === Node.TEXT_NODE) {
    live.data = wanted.data;
    return;
  }
  if (live.nodeName === 'svg') {
    live.replaceWith(wanted);
    return;
  }
  copyAttributes(live, wanted);
  morphChildren(live, wanted);
}

function copyAttributes(live, wanted) {
  for (const { name } of [...live.attributes])
    if (!wanted.hasAttribute(name) && name !== 'open') live.removeAttribute(name);
  for (const { name, value } of [...wanted.attributes])
    if (live.getAttribute(name) !== value) live.setAttribute(name, value);
}
