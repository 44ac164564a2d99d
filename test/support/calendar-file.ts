/** An event as its lines have it: values by the name of their property, without parameters. */
export type CalendarEvent = Record<string, string>;

export interface CalendarFile {
  properties: Record<string, string>;
  events: CalendarEvent[];
}

const LONGEST_LINE = 75;

/**
 * Reads iCalendar by the letter of RFC 5545, and takes nothing that is not by it.
 * @throws Error that tells what is wrong.
 */
export function readCalendar(text: string): CalendarFile {
  const file: CalendarFile = { properties: {}, events: [] };
  const open: string[] = [];
  for (const { name, value } of linesOf(text).map(propertyOf)) {
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') file.events.push({});
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends and was not begun.`);
    } else {
      const into = open.at(-1) === 'VEVENT' ? file.events.at(-1)! : file.properties;
      if (name in into) throw new Error(`${name} is there twice.`);
      into[name] = value;
    }
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} never ends.`);
  return file;
}

/** Content lines, unfolded: on the wire each ends in CRLF and has at most 75 octets, and no character is cut in two. */
function linesOf(text: string): string[] {
  for (const line of text.replace(/\r\n$/, '').split('\r\n')) {
    if (/[\r\n]/.test(line)) throw new Error(`A line ends without CRLF: ${line}`);
    if (Buffer.byteLength(line) > LONGEST_LINE) throw new Error(`A line is too long: ${line}`);
    if (/\p{Cs}/u.test(line)) throw new Error(`A character is cut in two: ${line}`);
  }
  return text
    .replace(/\r\n$/, '')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
}

function propertyOf(line: string): { name: string; value: string } {
  const [, name, value] = /^([A-Z-]+)(?:;[A-Z-]+=[^:;]*)*:(.*)$/su.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`This is no property: ${line}`);
  return { name, value: ofText(value) };
}

function ofText(value: string): string {
  return value.replace(/\\(.)/gsu, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped));
}
