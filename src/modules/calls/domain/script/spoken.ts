import { LONGEST_MEMORY } from '../memory/memory';
import { isIndecent } from './decency';

/** How much of a person's own text is spoken. */
export interface Length {
  characters: number;
  words: number;
}

export const LONGEST_TITLE: Length = { characters: 60, words: 10 };
export const LONGEST_NAME: Length = { characters: 40, words: 3 };

/** No more of a text is looked at. */
const LONGEST_READ = 500;

/** What was hidden in what was hidden is brought to light so often; what still changes then is not spoken. */
const MOST_PASSES = 8;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

const ENTITY = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,31}));/giu;
const INVISIBLE = /\p{Cf}|[\u034F\u20E3\uFE00-\uFE0F]/gu;
const TAG = /<[^<>]*>/gu;
const E_MAIL = /[^\s@]+@[^\s@]+/gu;
const URL_OR_DOMAIN =
  /(?:[a-z][a-z\d+.-]*:\/\/|www\.|mailto:)\S*|\b(?:[\p{L}\d-]+\.)+(?:\p{L}{2,}\/\S*|(?:com|org|net|edu|gov|info|biz|app|dev|io|ai|co|me|tv|xyz|site|shop|online|link|example|de|uk|eu|fr|ru|cn|us|ly)\b(?:[:?#]\S*)?)/giu;
/** Seven digits or more that are grouped as a number is, or nine that are not; a date is none. */
const PHONE_NUMBER =
  /(?!\b\d{4}-\d\d-\d\d\b)(?:\+|\()?\b\d(?:[ ()./-]{0,2}\d){8,}|(?!\b\d{4}-\d\d-\d\d\b)(?:\+|\()\d(?:[ ()./-]{0,2}\d){6,}/gu;
const PICTURE = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu;
const MARK_OF_MARKUP = /[\p{C}<>{}[\]()|\\^`*_~="“”„«»@]|(?<=^|\s)#+/gu;
const PILED_MARKS = /(\p{M}{2})\p{M}+/gu;
const REPEATED = /([.,;:!?-])\1+/gu;
const EDGES = /^[\s.,;:!?/-]+|[\s.,;:!?/-]+$/gu;

/**
 * Text of a person's own as it may be spoken: plain words without markup, addresses, numbers to call and pictures, and not
 * too long. Empty when nothing is left that can be said, or when it is indecent.
 */
export function spoken(text: string, longest: Length): string {
  const read = revealed(text.slice(0, LONGEST_READ));
  if (isIndecent(read)) return '';
  let plain = read;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const next = shortened(cleaned(plain), longest);
    if (next === plain) return /[\p{L}\p{N}]/u.test(next) && !isIndecent(next) ? next : '';
    plain = next;
  }
  return '';
}

/** A habit's title, or what it is called when its title can not be spoken. */
export function spokenTitle(title: string, nameless: string): string {
  return spoken(title, LONGEST_TITLE) || nameless;
}

/** Words of theirs that are remembered, said back to them; dots where nothing of them can be spoken. */
export function spokenWords(text: string): string {
  return spoken(text, LONGEST_MEMORY) || '…';
}

/** With what is written as an entity as the character it stands for, and without what nobody sees. */
function revealed(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(ENTITY, (_, hex?: string, decimal?: string, name = '') => {
      if (!hex && !decimal) return ENTITIES[name.toLowerCase()] ?? ' ';
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ';
    });
}

function cleaned(text: string): string {
  return revealed(text)
    .replace(TAG, ' ')
    .replace(E_MAIL, ' ')
    .replace(URL_OR_DOMAIN, ' ')
    .replace(PHONE_NUMBER, ' ')
    .replace(PICTURE, ' ')
    .replace(MARK_OF_MARKUP, ' ')
    .replace(PILED_MARKS, '$1')
    .replace(REPEATED, '$1')
    .replace(EDGES, '');
}

/** As many whole words as there is room for; of a first word that is too long itself, its beginning. */
function shortened(text: string, { characters, words }: Length): string {
  const [first = '', ...others] = text.split(/\s+/u).slice(0, words);
  let kept = [...first].slice(0, characters).join('');
  for (const word of others) {
    if ([...kept, ' ', ...word].length > characters) break;
    kept += ` ${word}`;
  }
  return kept.replace(EDGES, '');
}
