import { h, svg } from './dom.js';
import { shortDate, wholeDate } from './format.js';

const WIDTH = 600;
const HEIGHT = 150;
const DAYS_BETWEEN_ROWS = 7;

/** How firm a habit has become, from 0 to 100 %: it grows with each time done, and one miss only dents it. */
export function strengthView(streak) {
  const { score, scores = [] } = streak ?? {};
  if (typeof score !== 'number') return null;
  return h(
    'section',
    { id: 'strength', class: 'card', 'aria-labelledby': 'strength-title' },
    h(
      'header',
      { class: 'card-top' },
      h('h2', { id: 'strength-title' }, 'Strength'),
      h('p', { id: 'strength-now', class: 'strength-now' }, percent(score)),
    ),
    scores.length > 1
      ? [curve(scores), dates(scores), asTable(scores)]
      : h('p', { class: 'hint' }, 'It grows each time you do it, and one miss only dents it.'),
  );
}

function curve(scores) {
  const points = scores.map(({ score }, index) => [
    round((index / (scores.length - 1)) * WIDTH),
    round(HEIGHT - Math.min(1, Math.max(0, score)) * HEIGHT),
  ]);
  const line = `M${points.map((point) => point.join(' ')).join('L')}`;
  return svg(
    'svg',
    {
      class: 'curve',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': inWords(scores),
    },
    [0, HEIGHT / 2, HEIGHT].map((y) => svg('path', { class: 'curve-grid', d: `M0 ${y}H${WIDTH}` })),
    svg('path', { class: 'curve-area', d: `${line}V${HEIGHT}H0Z` }),
    svg('path', { class: 'curve-line', d: line }),
  );
}

function dates(scores) {
  return h(
    'p',
    { class: 'curve-dates', 'aria-hidden': 'true' },
    h('span', {}, shortDate(scores[0].day)),
    h('span', {}, shortDate(scores.at(-1).day)),
  );
}

function inWords(scores) {
  const [first, last] = [scores[0], scores.at(-1)];
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  const way = `Strength from ${percent(first.score)} on ${wholeDate(first.day)} to ${percent(last.score)} on ${wholeDate(last.day)}`;
  return `${way}; at its best ${percent(best.score)} on ${wholeDate(best.day)}.`;
}

/** The curve in figures, one for each week. */
function asTable(scores) {
  const rows = scores.filter((_, index) => (scores.length - 1 - index) % DAYS_BETWEEN_ROWS === 0).toReversed();
  return h(
    'details',
    { id: 'strength-figures', class: 'fold' },
    h('summary', {}, 'In figures'),
    h(
      'table',
      { class: 'figures' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Day'), h('th', { scope: 'col' }, 'Strength'))),
      h(
        'tbody',
        {},
        rows.map(({ day, score }) => h('tr', {}, h('td', {}, wholeDate(day)), h('td', {}, percent(score)))),
      ),
    ),
  );
}

function percent(score) {
  return `${Math.round(score * 100)} %`;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
