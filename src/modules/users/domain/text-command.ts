/** What a text message to us asks for. */
export type TextCommand = 'stop' | 'start' | 'help';

/** Said before it, and no part of it. */
const COURTESY = /^((please|pls|plz|kindly|ok|okay|hi|hello|bitte|hallo) )+/;

/**
 * The words carriers know (CTIA), and what people say who do not know them: whoever takes back their agreement need not find the
 * right word (47 CFR 64.1200(a)(10)). What follows does not matter.
 */
const STOPS = [
  ...['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', 'opt out', 'remove me'],
  ...[
    'do not call',
    'do not text',
    'do not contact',
    'dont call',
    'dont text',
    'dont contact',
    'never call',
    'no more',
  ],
  ...['wrong number', 'leave me alone', 'arret', 'stopp', 'abmelden', 'nicht mehr', 'keine anrufe', 'falsche nummer'],
];

/** Nothing else may stand beside them: "yes, and now stop" opens nothing. */
const STARTS = new Set(['start', 'unstop', 'yes']);

const HELPS = ['help', 'info', 'hilfe'];

/** How the message begins decides, in whichever letters. Nothing for any other message: nobody reads them. */
export function readText(body: string): TextCommand | null {
  const words = wordsIn(body);
  const said = words.replace(COURTESY, '');
  if (STOPS.some((phrase) => beginsWith(said, phrase))) return 'stop';
  if (STARTS.has(words)) return 'start';
  return HELPS.some((phrase) => beginsWith(said, phrase)) ? 'help' : null;
}

/** In small letters of the plain alphabet, with a space between; an apostrophe parts no word. */
function wordsIn(body: string): string {
  return body
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^a-z]+/)
    .filter(Boolean)
    .join(' ');
}

function beginsWith(said: string, phrase: string): boolean {
  return `${said} `.startsWith(`${phrase} `);
}
