const formatters = new Map();

/** An instant of the server on the wall clock of its zone: "07:00" or "7:00 am". The browser's own clock is never asked. */
export function clockTime(instant, timeZone, timeFormat) {
  const hour12 = timeFormat === '12h';
  const zone = readableZone(timeZone);
  const options = { hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit', hour12, timeZone: zone };
  const time = formatter(options).format(new Date(instant));
  return timeZone && zone !== timeZone ? `${time} UTC` : time;
}

/** "23 November 2026" for a local date, where the year matters. */
export function wholeDate(localDate) {
  return formatter({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(asUtc(localDate));
}

/** "23 Nov 2026" for a local date, where the year matters and room is short. */
export function briefDate(localDate) {
  return formatter({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(asUtc(localDate));
}

/** "Monday, 23 November" for a local date. */
export function longDate(localDate) {
  return formatter({ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(asUtc(localDate));
}

/** "Mon 23 Nov" for a local date. */
export function shortDate(localDate) {
  return formatter({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(asUtc(localDate));
}

/** "Mon 23 Nov, 07:00" for an instant, in a zone. */
export function dateAndTime(instant, timeZone, timeFormat) {
  const day = formatter({ weekday: 'short', day: 'numeric', month: 'short', timeZone: readableZone(timeZone) });
  return `${day.format(new Date(instant))}, ${clockTime(instant, timeZone, timeFormat)}`;
}

/** "23 Nov 2026, 07:00" for an instant, in a zone, where the year matters. */
export function dateInYear(instant, timeZone, timeFormat) {
  return `${briefDate(wallTime(instant, timeZone).slice(0, 10))}, ${clockTime(instant, timeZone, timeFormat)}`;
}

/** What the wall clock of a zone shows at an instant, as a field of date and time has it: `yyyy-mm-ddThh:mm`. */
export function wallTime(instant, timeZone) {
  const zone = readableZone(timeZone);
  const options = { dateStyle: 'short', timeStyle: 'medium', timeZone: zone };
  return new Intl.DateTimeFormat('sv-SE', options).format(new Date(instant)).replace(' ', 'T').slice(0, 16);
}

/** The instant at which the wall clock of a zone shows `yyyy-mm-ddThh:mm`. A time that a clock change leaves out is the one an hour later. */
export function instantAt(local, timeZone) {
  const asUtc = Date.parse(`${local}:00Z`);
  const aheadAt = (instant) => Date.parse(`${wallTime(instant, timeZone)}:00Z`) - instant;
  const near = asUtc - aheadAt(asUtc);
  return new Date(asUtc - aheadAt(near));
}

/** "November 2026" for yyyy-mm. */
export function monthName(month) {
  return formatter({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(asUtc(`${month}-01`));
}

/** The month `steps` away from yyyy-mm. */
export function monthBeside(month, steps) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + steps, 1)).toISOString().slice(0, 7);
}

/** The local date `days` after another, or before it. */
export function dayBeside(localDate, days) {
  return new Date(asUtc(localDate).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days after Monday a local date falls: 0 to 6. */
export function weekdayIndex(localDate) {
  return (asUtc(localDate).getUTCDay() + 6) % 7;
}

/** "a, b and c". */
export function inSeries(words) {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

export function plural(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/** "1,250.5": a quantity as it is read. */
export function number(value) {
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 }).format(value);
}

const unreadable = new Set();

/** A zone the server knows may be news to this browser; its times are then shown, and named, in UTC. */
function readableZone(timeZone) {
  if (!timeZone || unreadable.has(timeZone)) return 'UTC';
  try {
    formatter({ timeZone });
    return timeZone;
  } catch {
    unreadable.add(timeZone);
    return 'UTC';
  }
}

function asUtc(localDate) {
  return new Date(`${localDate}T00:00:00Z`);
}

/** Making an Intl formatter costs more than using it a thousand times. */
function formatter(options) {
  const key = JSON.stringify(options);
  if (!formatters.has(key)) formatters.set(key, new Intl.DateTimeFormat('en-GB', options));
  return formatters.get(key);
}
