import { svg } from './dom.js';

const STROKES = {
  phone:
    'M6 3h3.2l1.6 4.6-2.2 1.7a13 13 0 0 0 6.1 6.1l1.7-2.2L21 14.8V18a3 3 0 0 1-3.2 3A15.8 15.8 0 0 1 3 6.2 3 3 0 0 1 6 3z',
  'hang-up': 'M3 14.5c5-4.6 13-4.6 18 0l-2 3-4-1.2v-2.6a11 11 0 0 0-6 0v2.6L5 17.5z',
  check: 'M4.5 12.5l5 5 10-11',
  cross: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M13 7a2 2 0 1 0 4 0 2 2 0 0 0-4 0M7 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0',
  microphone: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21',
  sound: 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11',
  muted: 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM16 9.5l5 5M21 9.5l-5 5',
  send: 'M12 19V5M6 11l6-6 6 6',
  freeze: 'M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9M9.5 4.5L12 7l2.5-2.5M9.5 19.5L12 17l2.5 2.5',
  star: 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9L12 16.9l-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4',
};

/** A line icon, hidden from screen readers: the control that holds it carries the words. */
export function icon(name) {
  return drawing('icon', '0 0 24 24', [{ d: STROKES[name] }]);
}

/** The mark: a sun that rises and rings. */
export function mark() {
  return drawing('mark', '0 0 32 32', [
    { d: 'M9 24a7 7 0 0 1 14 0z', class: 'mark-sun' },
    { d: 'M5.5 21.5a10.8 10.8 0 0 1 21 0' },
    { d: 'M8.8 12.6a14.6 14.6 0 0 1 14.4 0' },
  ]);
}

function drawing(kind, viewBox, paths) {
  return svg(
    'svg',
    { class: kind, viewBox, 'aria-hidden': 'true', focusable: 'false' },
    paths.map((attributes) => svg('path', attributes)),
  );
}
