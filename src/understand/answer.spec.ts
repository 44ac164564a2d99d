import 'reflect-metadata';
import * as fc from 'fast-check';
import { type Line, TOO_LONG } from '../line-by-line/lines';
import { answerTo as answerAt } from './answer';
import { askedBy } from './asked';

const NOW = { now: '2026-11-23T18:05', timeZone: 'Europe/Berlin' };

const answerTo = (line: Line) => answerAt(line, new Date('2026-11-23T17:05:00Z'));

function ask(question: object) {
  return answerTo(JSON.stringify({ ...NOW, ...question }));
}

describe('an utterance is answered', () => {
  it.each([
    [{ heard: 'Yes, I did.' }, { meaning: 'done' }],
    [{ heard: 'not yet, call me in twenty minutes' }, { meaning: 'later', inMinutes: 20 }],
    [
      { heard: 'at seven', asked: 'When shall I call you again?' },
      { meaning: 'later', at: '2026-11-23T19:00' },
    ],
    [{ heard: 'yes', asked: 'Shall I call again?' }, { meaning: 'later' }],
    [{ heard: 'yes', asked: 'Did you mean it is done?' }, { meaning: 'done' }],
    [
      { heard: 'twelve', asked: 'How many pages?', habit: { title: 'Read', kind: 'numeric', unit: 'pages' } },
      { meaning: 'done', quantity: 12 },
    ],
    [{ heard: 'no, because the kids were sick' }, { meaning: 'not-done', reason: 'the kids were sick' }],
  ])('%j with %j', async (question, expected) => {
    expect(await ask(question)).toMatchObject({ ...expected, quote: question.heard, confidence: expect.any(Number) });
  });

  it('with what it was understood from, and nothing of our own thoughts', async () => {
    expect(Object.keys(await ask({ heard: 'call me at seven' })).sort()).toEqual([
      'at',
      'confidence',
      'meaning',
      'quote',
    ]);
  });

  it('without a word about the time', async () => {
    expect(await answerTo('{"heard": "done"}')).toMatchObject({ meaning: 'done' });
  });
});

describe('a line that is no utterance', () => {
  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['nothing heard', '{}'],
    ['no text', '{"heard": 7}'],
    ['a field we do not know', '{"heard": "yes", "mood": "good"}'],
    ['no such day', '{"heard": "yes", "now": "2026-02-30T18:05"}'],
    ['no such time', '{"heard": "yes", "now": "2026-02-20T28:05"}'],
    ['no such zone', '{"heard": "yes", "timeZone": "Mars"}'],
    ['no such kind', '{"heard": "yes", "habit": {"title": "Read", "kind": "tally"}}'],
  ])('because of %s is told so', async (_, line) => {
    expect(await answerTo(line)).toMatchObject({ error: { code: 'invalid-request', status: 400 } });
  });

  it('because it is too long is told so', async () => {
    expect(await answerTo(TOO_LONG)).toMatchObject({ error: { status: 400 } });
  });

  it('never is a fault of ours', () =>
    fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const answer = await answerTo(JSON.stringify(value));
        if ('error' in answer) expect(answer.error.status).toBe(400);
      }),
    ));
});

describe('the question that was asked', () => {
  it.each([
    ['done?', 'done?'],
    ['Have you done it?', 'done?'],
    ['Have you…?', 'done?'],
    ['Is it done?', 'done?'],
    ['when?', 'when?'],
    ['When shall I call you again?', 'when?'],
    ['Shall I call again?', 'call-again?'],
    ['How many pages?', 'how-many?'],
    ['How many?', 'how-many?'],
    ['Did you mean it is done?', 'did-you-mean-done?'],
    ["Did you mean it's done?", 'did-you-mean-done?'],
    ['', 'done?'],
  ])('%j is %s', (text, asked) => expect(askedBy(text)).toBe(asked));
});
