import type { Person } from './person';
import type { TelephoneWorld } from './telephone';
import type { World } from './world';

/** The code that was texted last to a number. */
export function textedCode({ twilio }: TelephoneWorld, number: string): string {
  const text = twilio.texts.findLast(({ to }) => to === number);
  return codeIn(text?.body);
}

/** The code that was spoken last to a number. */
export function spokenCode({ twilio }: TelephoneWorld, number: string): string {
  const said = twilio.announcements.findLast(({ to }) => to === number);
  return codeIn(said?.text.match(/\d(, \d){5}/)?.[0].replaceAll(', ', ''));
}

/** The code that stood last in the log, where there is no provider. */
export function loggedCode({ log }: World): string {
  const line = log.lines.findLast((one) => one.includes('A code would be sent'));
  return line ? JSON.parse(line).code : codeIn(undefined);
}

/** A code that is not this one. */
export function anotherThan(code: string): string {
  return code === '000000' ? '000001' : '000000';
}

/** Proves to have the number, as an app does that has just signed in, without agreeing to anything. */
export async function proveNumber(line: TelephoneWorld, person: Person, number: string): Promise<void> {
  const api = await person.fresh();
  expect((await api.put('/me/phone', { number })).status).toBe(202);
  expect((await api.post('/me/phone/verification', { code: textedCode(line, number) })).status).toBe(200);
}

/** Agrees to be called at the number that was proven. */
export async function agree(person: Person): Promise<{ id: string }> {
  const api = await person.fresh();
  const { body } = await api.get<{ version: string }>('/consents/calls');
  const given = await api.post<{ id: string }>('/me/consents', { kind: 'calls', version: body.version });
  expect(given.status).toBe(201);
  return given.body;
}

function codeIn(text: string | undefined): string {
  const code = text?.match(/\d{6}/)?.[0];
  if (!code) throw new Error('No code was sent there.');
  return code;
}
