import * as fc from 'fast-check';
import { LONGEST_MEMORY } from './memory';
import { worthRemembering } from './worth-remembering';

const commitment = (text: string) => ({ kind: 'commitment', text });
const reason = (text: string) => ({ kind: 'reason', text });

describe('worth remembering', () => {
  it.each([
    ["No, I'll do it tomorrow before work", commitment('tomorrow before work')],
    ["not today, I'll do it tomorrow before work.", commitment('tomorrow before work')],
    ['no, tomorrow before work', commitment('tomorrow before work')],
    ['No, I will run right after dinner', commitment('after dinner')],
    ["skip it today, I'll go tomorrow", commitment('tomorrow')],
    ['no, but tomorrow I will go', commitment('tomorrow')],
    ["I haven't yet, I'm going to do it tomorrow at seven", commitment('tomorrow at seven')],
    ['I am going to do it on Friday morning', commitment('on Friday morning')],
    ["no, I'll do it tomorrow at 6:30 p.m.", commitment('tomorrow at 6:30 p.m')],
  ])('is when it will be done: %s', (heard, memory) => {
    expect(worthRemembering(heard)).toEqual(memory);
  });

  it.each([
    ['no because the kids were sick', reason('the kids were sick')],
    ['Skip it, because my knee hurts!', reason('my knee hurts')],
    ["no 'cause I'd no time, sorry", reason("I'd no time")],
    ['No, because the kids, my wife and I were ill', reason('the kids, my wife and I were ill')],
    ['no because I had a long day and my boss kept me there until nine', reason('I had a long day')],
    ['half, because the phone rang, I will do the rest', reason('the phone rang')],
  ])('is why it was not: %s', (heard, memory) => {
    expect(worthRemembering(heard)).toEqual(memory);
  });

  it('is rather the plan than the reason', () => {
    expect(worthRemembering('no because I was sick, but I will do it tomorrow')).toEqual(commitment('tomorrow'));
  });

  it.each([
    'no',
    'not yet',
    'skip it today',
    'I will not do it tomorrow',
    "I won't run tomorrow",
    'I will do it',
    "I'll do it in ten minutes",
    'call me tomorrow',
    'no because',
    'because 🙂',
    'because of the fucking weather',
    'no because I really had to take all the dogs of my neighbour to their mother',
    '[key 2]',
    '',
  ])('is not: %s', (heard) => {
    expect(worthRemembering(heard)).toBeNull();
  });

  it('is found in German words as well', () => {
    expect(worthRemembering('nein, das werde ich morgen früh machen', 'de')).toEqual(commitment('morgen früh'));
    expect(worthRemembering('nein, weil die Kinder krank waren', 'de-AT')).toEqual(reason('die Kinder krank waren'));
  });

  it('is short, clean, and was said, whatever is heard', () => {
    const piece = fc.constantFrom(
      'no',
      'because',
      'tomorrow',
      "I'll do it",
      'before work',
      'the kids were sick',
      'and',
      ',',
      '<b>',
      'https://evil.example/x',
      '𝕊',
      'İ',
    );
    const words = fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 12 });
    void fc.assert(
      fc.property(words, fc.constantFrom('en', 'de', 'fr', undefined), (heard, language) => {
        const said = heard.join(' ');
        const memory = worthRemembering(said, language);
        if (!memory) return;
        expect(memory.text).toMatch(/[\p{L}\p{N}]/u);
        expect(memory.text).not.toMatch(/[<>{}]|https?:/u);
        expect([...memory.text].length).toBeLessThanOrEqual(LONGEST_MEMORY.characters);
        expect(memory.text.split(/\s+/u).length).toBeLessThanOrEqual(LONGEST_MEMORY.words);
      }),
      { numRuns: 2_000 },
    );
  });
});
