import type { Account } from '../account';
import type { TwilioCall } from '../call';
import { page } from './pages';
import { callShape } from './shapes';

/** The page that is asked for, of those of the calls that are, newest first. */
export function listing(calls: TwilioCall[], account: Account, url: URL, isDated: boolean): Record<string, unknown> {
  const shape = (call: TwilioCall) => ({
    ...callShape(call, account),
    ...(!isDated && { date_created: null }),
  });
  return page(filtered(calls, url.searchParams), 'calls', shape, url);
}

/** A call that was not dialed yet has no start, so no filter by start finds it. */
function filtered(calls: TwilioCall[], asked: URLSearchParams): TwilioCall[] {
  const exact = { To: 'to', From: 'from', Status: 'status' } as const;
  const times = { StartTime: 'startedAt', EndTime: 'endedAt' } as const;
  const isAsked = (call: TwilioCall) =>
    Object.entries(exact).every(([name, key]) => !asked.get(name) || asked.get(name) === call[key]) &&
    Object.entries(times).every(([name, key]) => isWithin(call[key], name, asked));
  return calls.filter(isAsked).toReversed();
}

/** `StartTime>=` and `StartTime<=` come as the names `StartTime>` and `StartTime<`; without either, the day is meant. */
function isWithin(moment: Date | null, name: string, asked: URLSearchParams): boolean {
  const [after, before, day] = [asked.get(`${name}>`), asked.get(`${name}<`), asked.get(name)];
  if (!after && !before && !day) return true;
  if (!moment) return false;
  const second = Math.floor(moment.getTime() / 1000) * 1000;
  if (after && second < Date.parse(after)) return false;
  if (before && second > Date.parse(before)) return false;
  return !day || moment.toISOString().slice(0, 10) === day.slice(0, 10);
}
