import { eventually } from '../support/eventually';
import type { Person } from '../support/person';
import { Provider } from '../support/provider';
import { beginWithTelephone, giveTelephones, type TelephoneWorld } from '../support/telephone';

const LISBON = 'Europe/Lisbon';

/** All that is said in a document. */
const said = (twiml: string) => [...twiml.matchAll(/<Say[^>]*>([^<]*)<\/Say>/g)].map(([, words]) => words).join(' ');
const hangsUp = (twiml: string) => twiml.includes('<Hangup/>');

describe('A talk that is held turn by turn', () => {
  let line: TelephoneWorld;
  let ada: Person;
  let number: string;
  let provider: Provider;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T18:00:00Z', { TWILIO_CONVERSATION: 'gather' });
    ada = await line.world.person('Ada');
    [number] = (await giveTelephones(line.world, [ada.id])) as [string];
  });

  afterEach(() => line.end());

  const isCalledAbout = async (...titles: string[]) => {
    for (const title of titles) await ada.habit(title, { at: '20:00' });
    await line.world.reaches('2026-03-02T20:00', LISBON);
    provider = await Provider.of(line, number);
  };
  /** Up to the first question. */
  const isGreeted = async (...titles: string[]) => {
    await isCalledAbout(...titles);
    await provider.answer();
    return provider.turn(0, { said: 'Hello?' });
  };
  const call = async () => (await ada.calls())[0]!;
  const meanings = async () => (await call()).results.map(({ meaning }) => meaning).sort();
  const numberOfTurns = async () => (await call()).turns.length;
  const checkInOf = async (title: string) => {
    const { items } = await ada.today();
    await ada.checkIn(items.find(({ habit }) => habit.title === title)!.occurrence.id!);
  };

  describe('listens first', () => {
    it('for a second, to words and to keys, and says nothing yet', async () => {
      await isCalledAbout('Run');
      const first = await provider.answer();
      expect(said(first)).toBe('');
      expect(first).toMatch(/<Gather input="speech dtmf" action="http[^"]*\/gather\?turn=0" method="POST"/);
      expect(first).toMatch(/actionOnEmptyResult="true" timeout="1" speechTimeout="auto" numDigits="1"/);
      expect(first).toMatch(/language="en-US" hints="yes,no,done[^"]*,Run"/);
      expect(await provider.answer()).toBe(first);
    });

    it.each([
      ['a hello', { said: 'Hello?' }],
      ['nothing', {}],
    ])('and discloses after %s, where nobody can speak into it', async (_, brings) => {
      await isCalledAbout('Run');
      await provider.answer();
      const greeting = await provider.turn(0, brings);
      expect(greeting).toMatch(/<Response><Say[^>]*>[^<]*Callivate[^<]*AI assistant[^<]*“Run”\.<\/Say><Gather/);
      expect(greeting).toMatch(/turn=1".* timeout="6".*\?<\/Say><\/Gather><\/Response>$/);
      expect((await call()).evidence?.disclosedAt).not.toBeNull();
    });
  });

  it('says goodbye and hangs up after the last answer, whatever the provider thinks of its own hearing', async () => {
    await isGreeted('Run');
    const goodbye = await provider.turn(1, { said: 'yes, I did' });
    expect(hangsUp(goodbye)).toBe(true);
    expect(goodbye).not.toContain('<Gather');
    expect(said(goodbye)).toMatch(/\w/);
    expect(await call()).toMatchObject({ status: 'ended', ending: 'answered', results: [{ meaning: 'done' }] });
    expect((await ada.today()).items[0]!.occurrence.status).toBe('completed');
  });

  it.each([
    ['1', 'done'],
    ['2', 'not-done'],
    ['3', 'skip'],
  ])('hears the key %s as %s', async (pressed, meaning) => {
    await isGreeted('Run');
    expect(hangsUp(await provider.turn(1, { pressed }))).toBe(true);
    expect(await meanings()).toEqual([meaning]);
  });

  it('takes three for one call, and a stop in the middle for all of them', async () => {
    await isGreeted('Run', 'Read', 'Swim');
    const next = await provider.turn(1, { said: 'done' });
    expect(hangsUp(next)).toBe(false);
    const last = await provider.turn(2, { said: 'stop calling me' });
    expect(said(last)).toContain('I will not call you again.');
    expect(hangsUp(last)).toBe(true);
    expect(await meanings()).toEqual(['done', 'stop-calling', 'stop-calling']);
  });

  it('says who is there into the first silence, and leaves it be after the third', async () => {
    await isCalledAbout('Run');
    await provider.answer();
    expect(said(await provider.turn(0))).toMatch(/Callivate/);
    expect(said(await provider.turn(1))).toMatch(/I did not hear anything\./);
    const last = await provider.turn(2);
    expect(said(last)).toBe('');
    expect(hangsUp(last)).toBe(true);
    expect((await call()).ending).toBe('voicemail');
  });

  it('says goodbye to somebody who has spoken and falls silent', async () => {
    await isGreeted('Run');
    await provider.turn(1, { said: 'hmm' });
    await provider.turn(2);
    const last = await provider.turn(3);
    expect(said(last)).toMatch(/I leave it open/);
    expect(await meanings()).toEqual(['unclear']);
  });

  describe('by a provider that asks in any order', () => {
    it('answers a turn again as it did, and hears it once', async () => {
      await isGreeted('Run', 'Read');
      const first = await provider.turn(1, { said: 'yes' });
      const turns = await numberOfTurns();
      expect(await provider.turn(1, { said: 'yes' })).toBe(first);
      expect(await provider.turn(1, { said: 'no, something else' })).toBe(first);
      expect(await numberOfTurns()).toBe(turns);
      expect(await meanings()).toEqual(['done']);
    });

    it('answers an older turn as the latest, and the last one as long as it is asked', async () => {
      await isGreeted('Run');
      const last = await provider.turn(1, { said: 'yes' });
      expect(await provider.turn(0, { said: 'Hello?' })).toBe(last);
      await provider.hungUp();
      expect(await provider.turn(1, { said: 'yes' })).toBe(last);
      expect(await meanings()).toEqual(['done']);
    });

    it('knows nothing of a turn that was not asked for, nor of another call', async () => {
      await isGreeted('Run');
      const answer = await provider.post('gather?turn=2', { SpeechResult: 'yes' });
      expect(answer.status).toBe(404);
      const stranger = await provider.post('gather?turn=1', { SpeechResult: 'yes', CallSid: 'CA0' });
      expect(stranger.status).toBe(404);
      expect((await call()).results).toEqual([]);
    });

    it('hears one turn once that comes twice at the same time', async () => {
      await isGreeted('Run', 'Read');
      const answers = await Promise.all([1, 1, 1, 1].map((turn) => provider.turn(turn, { said: 'yes' })));
      const settled = await provider.turn(1, { said: 'yes' });
      for (const answer of answers) expect([settled, redirectTo(answer, 1)]).toContain(answer);
      const persons = (await call()).turns.filter(({ speaker }) => speaker === 'person');
      expect(persons.map(({ text }) => text)).toEqual(['Hello?', 'yes']);
      expect(await meanings()).toEqual(['done']);
    });
  });

  it('goes on in whichever process hears the next turn, also in one that was started meanwhile', async () => {
    await isGreeted('Run', 'Read', 'Swim');
    const other = await line.world.replica(line.environment);
    const origin = (await other.getUrl()).replace('[::1]', '127.0.0.1');
    await provider.turn(1, { said: 'yes' }, origin);
    await provider.turn(2, { said: 'no' });
    const last = await provider.turn(3, { said: 'skip it' }, origin);
    expect(hangsUp(last)).toBe(true);
    expect(await meanings()).toEqual(['done', 'not-done', 'skip']);
    expect((await call()).turns.filter(({ speaker }) => speaker === 'person')).toHaveLength(4);
    await other.close();
  });

  describe('while something is checked in by another way', () => {
    it('says that it is done, and takes the answer to it for none to the next', async () => {
      await isGreeted('Run', 'Read');
      const { items } = await ada.today();
      const asked = (await call()).turns.findLast(({ text }) => text.startsWith('First: '))!.text;
      const title = items.map(({ habit }) => habit.title).find((one) => asked.includes(one))!;
      await checkInOf(title);
      const next = await provider.turn(1, { said: 'yes' });
      expect(said(next)).toMatch(new RegExp(`${title} is already done, thank you\\..*Next: `));
      expect(hangsUp(next)).toBe(false);
      expect((await call()).results).toEqual([]);
      expect(hangsUp(await provider.turn(2, { said: 'no' }))).toBe(true);
      expect(await meanings()).toEqual(['not-done']);
    });

    it('ends when nothing is left to ask', async () => {
      await isGreeted('Run');
      await checkInOf('Run');
      const last = await provider.turn(1, { said: 'yes' });
      expect(said(last)).toMatch(/Run is already done, thank you/);
      expect(hangsUp(last)).toBe(true);
    });

    it('hears a wish not to be called all the same', async () => {
      await isGreeted('Run', 'Read');
      await checkInOf('Run');
      await checkInOf('Read');
      const last = await provider.turn(1, { said: 'stop calling me' });
      expect(said(last)).toContain('I will not call you again.');
      expect(hangsUp(last)).toBe(true);
      expect((await (await ada.fresh()).get('/me/suppression')).body).toMatchObject({ suppressed: true, via: 'call' });
    });
  });

  it('that is cut in the middle keeps what was said, and the rest is followed up', async () => {
    await isGreeted('Run', 'Read');
    await provider.turn(1, { said: 'yes' });
    await provider.hungUp();
    expect((await ada.calls()).map(({ purpose, ending }) => `${purpose} ${ending}`)).toEqual([
      'due lost',
      'follow-up null',
    ]);
    expect(await meanings()).toEqual(['done']);
  });

  it('whose call was settled without it is hung up; the last words are the person’s all the same', async () => {
    await isGreeted('Run');
    await line.world.passes({ seconds: 61 });
    await eventually(async () => (await call()).status === 'ended');
    const answer = await provider.turn(1, { said: 'yes, done' });
    expect(hangsUp(answer)).toBe(true);
    expect(said(answer)).toBe('');
    expect((await ada.today()).items[0]!.occurrence.status).toBe('completed');
  });

  it('lives as long as its turns come, and says in time that the time is up', async () => {
    await isGreeted('Run');
    let answer = '';
    for (let turn = 1; turn <= 4; turn += 1) {
      await line.world.passes({ seconds: 45 });
      answer = await provider.turn(turn, { said: 'say that again' });
    }
    expect(said(answer)).toMatch(/Our time is up/);
    expect(hangsUp(answer)).toBe(true);
    expect((await call()).ending).toBe('answered');
  });

  it('is forgotten a day after its last turn', async () => {
    await isGreeted('Run');
    await provider.turn(1, { said: 'yes' });
    const left = () => line.world.rows('SELECT 1 FROM gathered_talks');
    expect(await left()).toHaveLength(1);
    await line.world.passes({ hours: 26 });
    expect(await left()).toHaveLength(0);
  });
});

function redirectTo(answer: string, turn: number): string {
  return answer.includes('<Redirect') && answer.includes(`turn=${turn}<`) ? answer : 'no redirect';
}
