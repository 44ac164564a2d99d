import { isLocalDate, LOCAL_TIME, type LocalDate, type LocalTime } from './local-time';
import { monthName } from './wording';

/** A time of day as people type it: "7", "7am", "7:30 pm", "7.30", "0730", "07h30", "noon". Null when it is none. */
export function timeTyped(text: string): LocalTime | null {
  const plain = text.trim().toLowerCase();
  if (plain === 'noon') return '12:00';
  if (plain === 'midnight') return '00:00';
  const [, hour, minute = '00', half] = CLOCK_TIME.exec(plain) ?? [];
  if (hour === undefined) return null;
  const time = `${hourOfDay(Number(hour), half)}:${minute}`.padStart(5, '0');
  return LOCAL_TIME.test(time) ? time : null;
}

/** The same where no time may be later than `latest`; "24" is one where that is "24:00", the end of the day. */
export function timeTypedUpTo(latest: string, text: string): string | null {
  const time = latest === END_OF_DAY && END_OF_DAY_TYPED.test(text) ? END_OF_DAY : timeTyped(text);
  return time !== null && time <= latest ? time : null;
}

/** What to write for "24:00", which people say of the end of a day; null when that is not what they typed. */
export function endOfDayAdvice(text: string): string | null {
  return END_OF_DAY_TYPED.test(text) ? `Write ${JSON.stringify(text)} as "00:00", of the next day.` : null;
}

/** A date as people type it, in an order that cannot be mistaken: "29.3.2026", "2026/3/29", "29 March 2026". */
export function dateTyped(text: string): LocalDate | null {
  const plain = text.trim().toLowerCase();
  for (const { seen, order } of DATES) {
    const parts = seen.exec(plain)?.slice(1);
    if (!parts) continue;
    const [year, month, day] = order.map((place) => parts[place]!) as [string, string, string];
    const date = `${year}-${numberOfMonth(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isLocalDate(date)) return date;
  }
  return null;
}

/** A month as people type it: "2026-1", "2026/01", "January 2026", "1.2026", or one of its dates. As `YYYY-MM`. */
export function monthTyped(text: string): string | null {
  const plain = text.trim();
  const asDates = [`${plain}-1`, `${plain}01`, `1 ${plain}`, `1.${plain}`, plain];
  const date = asDates.map(dateTyped).find((found) => found !== null);
  return date?.slice(0, 'YYYY-MM'.length) ?? null;
}

/** The number of a month by its name or the first letters of it, at least three; what is a number already stays. */
export function numberOfMonth(text: string): string {
  const place = MONTH_NAMES.findIndex((name) => text.length >= 3 && name.startsWith(text.toLowerCase()));
  return place < 0 ? text : String(place + 1);
}

const END_OF_DAY = '24:00';
const END_OF_DAY_TYPED = /^24([:.h]?00)*$/;

const CLOCK_TIME = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?::00(?:\.0+)?)?h?(?: ?([ap])\.?m\.?)?$/;

/** "13pm" is no hour; it comes out as 25, which no day has. */
function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return 25;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

/** `order` says where year, month and day stand. */
const DATES: readonly { seen: RegExp; order: readonly [number, number, number] }[] = [
  { seen: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t.*)?$/, order: [0, 1, 2] },
  { seen: /^(\d{4})(\d{2})(\d{2})$/, order: [0, 1, 2] },
  { seen: /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/, order: [2, 1, 0] },
  { seen: /^(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?([a-z]+)\.?,? (\d{4})$/, order: [2, 1, 0] },
  { seen: /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/, order: [2, 0, 1] },
];

const MONTH_NAMES = Array.from({ length: 12 }, (_, place) => monthName(place + 1).toLowerCase());
