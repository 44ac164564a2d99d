import { SaxesParser } from 'saxes';
import { GRAMMAR, NEEDED } from './grammar';

export interface Verb {
  name: string;
  attributes: Record<string, string>;
  /** All that is written in it, what stands inside included. */
  text: string;
  inside: Verb[];
}

/** A document of TwiML, and where it came from. */
export interface Twiml {
  url: string;
  method: 'GET' | 'POST';
  verbs: Verb[];
}

/** Something is wrong with an answer of ours, by Twilio's code. */
export class TwimlTrouble extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** Twilio's own names of what may be wrong. */
const PARSE_FAILURE = 12100;
const INVALID_ROOT = 12102;
const INVALID_SCHEMA = 12200;

/** Larger is no TwiML, in bytes. */
const LARGEST = 64 * 1024;

/** Strictly: what is not well formed, and any verb or attribute that does not belong where it stands, is trouble. @throws TwimlTrouble */
export function readTwiml(xml: string): Verb[] {
  if (Buffer.byteLength(xml) > LARGEST) throw new TwimlTrouble(11750, 'The answer is larger than 64 KB.');
  const response = parsed(xml);
  if (response.name !== 'Response') throw new TwimlTrouble(INVALID_ROOT, `<${response.name}> is not <Response>.`);
  check(response);
  return response.inside;
}

function parsed(xml: string): Verb {
  const root: Verb = { name: '', attributes: {}, text: '', inside: [] };
  const open = [root];
  const write = (text: string) => {
    for (const verb of open) verb.text += text;
  };
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    throw new TwimlTrouble(PARSE_FAILURE, `The answer is not well-formed XML: ${message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const verb = { name, attributes, text: '', inside: [] };
    open.at(-1)!.inside.push(verb);
    open.push(verb);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', write);
  parser.on('cdata', write);
  parser.write(xml).close();
  return root.inside[0]!;
}

function check({ name, attributes, inside }: Verb): void {
  const rule = GRAMMAR[name]!;
  const wrong = Object.keys(attributes).find((attribute) => !rule.attributes.includes(attribute));
  if (wrong) throw new TwimlTrouble(INVALID_SCHEMA, `<${name}> has no attribute ${wrong}.`);
  const needed = NEEDED[name];
  if (needed && !attributes[needed]) throw new TwimlTrouble(INVALID_SCHEMA, `<${name}> needs ${needed}.`);
  for (const verb of inside) {
    if (!rule.inside.includes(verb.name))
      throw new TwimlTrouble(INVALID_SCHEMA, `<${verb.name}> does not belong into <${name}>.`);
    check(verb);
  }
}
