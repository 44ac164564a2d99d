import { agreesIn, Remark, remarkIn } from './remarks';

describe('A remark', () => {
  it.each<[Remark, string, string]>([
    ['voicemail', 'en', 'You’ve reached Ada, leave me a short message after the beep'],
    ['voicemail', 'en', 'the mailbox is full'],
    ['voicemail', 'de', 'Bitte hinterlassen Sie eine Nachricht nach dem Ton'],
    ['screening', 'en', 'record your name and reason for calling after the tone'],
    ['screening', 'de', 'Bitte nennen Sie Ihren Namen und den Grund des Anrufs'],
    ['hold', 'en', 'one moment please'],
    ['hold', 'de', 'einen Moment bitte'],
    ['somebody-else', 'en', 'mom isn’t here'],
    ['somebody-else', 'en', 'this is her brother'],
    ['somebody-else', 'de', 'Sie ist gerade nicht da, hier ist ihre Mutter'],
    ['unwell', 'en', 'I’m really sick'],
    ['unwell', 'en', 'I’ve got a migraine'],
    ['unwell', 'de', 'ich bin leider krank'],
    ['not-today', 'en', 'please do not ring me again today'],
    ['not-today', 'de', 'heute bitte nicht mehr anrufen'],
    ['not-so-late', 'en', 'why do you call so late'],
    ['stop-at-times', 'en', 'please stop calling me at night!'],
    ['stop-at-times', 'de', 'rufen Sie mich nicht so spät an'],
    ['hostile', 'en', 'shut the hell up'],
    ['hostile', 'de', 'verpiss dich'],
  ])('%s, in %s: %s', (remark, language, heard) => {
    expect(remarkIn(heard, language)).toBe(remark);
  });

  it.each([
    'yes',
    'no, they’re still in the box',
    'my boss is here, call back',
    'I left a message for her',
    'I am sick and tired of these calls',
    'I’m sick of you',
    'wrong number, she’s not here',
    'nobody by that name is in, she does not live here',
    'I brought the bread',
    'I am reaching for the water',
    '',
  ])('is not in: %s', (heard) => {
    expect(remarkIn(heard)).toBeNull();
  });

  it('of a language without a list is looked for in English', () => {
    expect(remarkIn('leave a message', 'fr-CA')).toBe('voicemail');
  });
});

describe('Agreement to an offer', () => {
  it.each(['yes please', 'sure, go ahead', 'OK', 'um, alright', 'do that'])('is in: %s', (heard) => {
    expect(agreesIn(heard)).toBe(true);
  });

  it.each(['yes, I did it', 'ok but later', 'please don’t', 'banana', 'I said yes', ''])('is not in: %s', (heard) => {
    expect(agreesIn(heard)).toBe(false);
  });

  it('is heard in German too', () => {
    expect([agreesIn('ja bitte', 'de'), agreesIn('ja, ist erledigt', 'de')]).toEqual([true, false]);
  });
});
