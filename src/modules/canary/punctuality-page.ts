import { SECOND } from '../../kernel/clock';
import { htmlPage } from '../../platform/http';
import type { DayOfRings } from './canary.repository';

const BAR = { width: 14, gap: 4, height: 80 };

/** The record as a page: a bar a day, as high as the share of rings that came on time. */
export function punctualityPage(days: DayOfRings[]): string {
  const record =
    days.length === 0 ? '<p>Nothing has rung yet.</p>' : `${summary(days)}\n${chart(days)}\n${table(days)}`;
  return htmlPage('Punctuality', `${ABOUT}\n${record}`, STYLE);
}

const ABOUT = `<p>Every two minutes Callivate rings a person of its own, over the same way as everybody, answers, and looks whether the
answer arrived. On time is within two seconds. Days are UTC.</p>`;

function summary(days: DayOfRings[]): string {
  const total = (count: (day: DayOfRings) => number) => days.reduce((sum, day) => sum + count(day), 0);
  const rings = total((day) => day.rings);
  const figures: [string, string][] = [
    [
      'on time',
      percent(
        total((day) => day.onTime),
        rings,
      ),
    ],
    ['slowest p99 of a day', seconds(Math.max(...days.map((day) => day.p99Milliseconds ?? 0)))],
    ['doubles', String(total((day) => day.doubles))],
    ['misses', String(total((day) => day.missed))],
    ['rings', String(rings)],
  ];
  return `<dl>${figures.map(([name, figure]) => `<div><dt>${name}</dt><dd>${figure}</dd></div>`).join('')}</dl>`;
}

function chart(days: DayOfRings[]): string {
  const width = days.length * (BAR.width + BAR.gap);
  const bars = days.map((day, index) => bar(day, index * (BAR.width + BAR.gap)));
  return `<svg role="img" aria-label="Share of rings on time, by day" viewBox="0 0 ${width} ${BAR.height}" width="${width}" height="${BAR.height}">${bars.join('')}</svg>`;
}

function bar({ day, rings, onTime }: DayOfRings, x: number): string {
  const share = onTime / rings;
  const height = Math.max(2, Math.round(share * BAR.height));
  const kind = share >= 0.999 ? 'good' : share >= 0.99 ? 'fair' : 'poor';
  return `<rect class="${kind}" x="${x}" y="${BAR.height - height}" width="${BAR.width}" height="${height}" rx="2"><title>${day}: ${percent(onTime, rings)} on time</title></rect>`;
}

function table(days: DayOfRings[]): string {
  const rows = days
    .toReversed()
    .map(
      ({ day, rings, onTime, p99Milliseconds, doubles, missed }) =>
        `<tr><td>${day}</td><td>${percent(onTime, rings)}</td><td>${p99Milliseconds === null ? '–' : seconds(p99Milliseconds)}</td><td>${doubles}</td><td>${missed}</td><td>${rings}</td></tr>`,
    );
  return `<table><thead><tr><th>Day</th><th>On time</th><th>p99 lateness</th><th>Doubles</th><th>Misses</th><th>Rings</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Never rounded up to a hundred: one miss in a month is one miss. */
function percent(part: number, whole: number): string {
  return part === whole ? '100 %' : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / SECOND).toFixed(2)} s`;
}

const STYLE = `
dl { display: flex; flex-wrap: wrap; gap: 1rem 2rem } dt { font-size: .875rem; opacity: .7 } dd { margin: 0; font-size: 1.5rem; font-weight: 600 }
svg { max-width: 100%; margin: 1rem 0 } .good { fill: #2a9d5c } .fair { fill: #d99a1c } .poor { fill: #cf4a3c }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums } th, td { text-align: left; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid #8884 }
`;
