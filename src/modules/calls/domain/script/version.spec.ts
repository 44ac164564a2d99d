import { createHash } from 'node:crypto';
import { PERSONAS } from '../../../../kernel/voices';
import { allGreetings } from '.';
import { english } from './languages/english';
import { german } from './languages/german';
import { SCRIPT_VERSION } from './version';

/** Every sentence by which a call discloses what it is, of all languages and personas. */
function disclosures(): unknown {
  const others = [english, german].map(({ personas, sentences }) => [
    PERSONAS.map((persona) => personas[persona].writtenDown),
    [sentences.whoThisIs, sentences.onlyMeaningKept, sentences.wordForVoicemail],
    [sentences.toTheScreener({ personName: 'Ada' }), sentences.toTheScreener({ personName: null })],
  ]);
  return [allGreetings(), others];
}

it('is a new one whenever a disclosure changes: give it the date, and put the new hash here', () => {
  const hash = createHash('sha256').update(JSON.stringify(disclosures())).digest('hex').slice(0, 16);
  expect({ version: SCRIPT_VERSION, hash }).toEqual({ version: '2026-11-26', hash: '25ade3a60934c7cb' });
});
