/** What a text message to us asks for, by the words carriers know (CTIA): the first word decides, in whichever letters. */
export type TextCommand = 'stop' | 'start' | 'help';

const COMMANDS: Record<string, TextCommand> = {
  stop: 'stop',
  stopall: 'stop',
  unsubscribe: 'stop',
  cancel: 'stop',
  end: 'stop',
  quit: 'stop',
  revoke: 'stop',
  optout: 'stop',
  arret: 'stop',
  stopp: 'stop',
  start: 'start',
  unstop: 'start',
  yes: 'start',
  help: 'help',
  info: 'help',
  hilfe: 'help',
};

/** Nothing for any other message: nobody reads them. */
export function readText(body: string): TextCommand | null {
  const [first = ''] = body
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z]+/)
    .filter(Boolean);
  return COMMANDS[first] ?? null;
}
