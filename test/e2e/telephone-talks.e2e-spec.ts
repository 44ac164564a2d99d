import type { Person } from '../support/person';
import { beginWithTelephone, giveTelephones, type TelephoneWorld } from '../support/telephone';
import type { Behaviour } from '../support/twilio/people/people';

const TAPE = 'You have reached Ada. I can’t come to the phone, so please leave a message after the beep.';
const TAPE_IN_GERMAN = 'Hier ist der Anrufbeantworter von Ada. Bitte hinterlasst eine Nachricht nach dem Ton.';
const ROBOT = 'Hi, if you record your name and reason for calling, I will see if this person is available.';
const SECRET = 'the purple giraffe';

describe.each(['relay', 'gather'])('A talk on the telephone, by %s,', (way) => {
  let line: TelephoneWorld;
  let ada: Person;
  let number: string;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T18:00:00Z', { TWILIO_CONVERSATION: way });
    ada = await line.world.person('Ada');
    [number] = (await giveTelephones(line.world, [ada.id])) as [string];
    await ada.habit('Take vitamins', { at: '20:00' });
  });

  afterEach(async () => {
    expect(line.world.log.lines.join()).not.toContain(SECRET);
    await line.end();
  });

  const wants = async (settings: object) => {
    const { status } = await (await ada.fresh()).patch('/me/settings', settings);
    expect(status).toBe(200);
  };
  const settles = async () => {
    await line.twilio.quiet();
    await line.world.time.work();
  };
  const isCalled = async (behaviour: Behaviour) => {
    line.twilio.person(number, behaviour);
    await line.world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
    await settles();
  };
  const picksUp = async () => {
    await line.world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
    return (await line.twilio.ringing(number)).pickUp();
  };
  const calls = () => ada.calls();
  const heard = () => line.twilio.calls[0]!;
  const spoken = async () => (await calls())[0]!.turns.filter(({ speaker }) => speaker === 'callivate');
  const provenAt = async () =>
    (await line.world.rows<{ humanAt: Date }>('SELECT human_at FROM phones'))[0]!.humanAt.toISOString();

  describe('that a voicemail answers', () => {
    it.each([
      ['en', TAPE],
      ['de', TAPE_IN_GERMAN],
    ])('hangs up without a word, and calls once more, in %s', async (language, voicemail) => {
      await wants({ language });
      const before = await provenAt();
      await line.world.passes({ minutes: 1 });
      await isCalled({ voicemail });
      await eventuallyEnded();

      const [call, followUp] = await calls();
      expect(call).toMatchObject({ ending: 'voicemail', results: [], evidence: { disclosedAt: null } });
      expect(await spoken()).toEqual([]);
      expect(followUp).toMatchObject({ purpose: 'follow-up', status: 'queued' });
      expect(await provenAt()).toBe(before);
      expect(heard().status).toBe('completed');
    });

    it.each([
      ['en', TAPE, /^This is Callivate, an automated assistant\. I will try again later or send you a message\.$/],
      ['de', TAPE_IN_GERMAN, /^Hier ist Callivate, ein automatischer Assistent\. Ich versuche es später/],
    ])('leaves one neutral word where it may, in %s', async (language, voicemail, word) => {
      await wants({ language, voicemail: 'leave-word' });
      await isCalled({ voicemail });
      await eventuallyEnded();

      expect((await calls())[0]).toMatchObject({ ending: 'voicemail' });
      const said = (await spoken()).map(({ text }) => text).join(' ');
      expect(said).toMatch(word);
      expect(said).not.toMatch(/vitamin/i);
    });

    it('that nobody knows for one by its words, by its silence', async () => {
      const talk = await picksUp();
      await talk.say('Hello, this is Ada, thank you for calling, have a lovely day.');
      await saysNothing(talk);
      await saysNothing(talk);
      await talk.ends();
      await settles();
      expect((await calls())[0]).toMatchObject({ ending: 'voicemail', results: [] });
    });
  });

  it('that a robot screens tells it who calls and why, and the person the rest', async () => {
    await isCalled({ screens: ROBOT, person: { greets: 'Hello?', answers: ['yes, I have'] } });
    await eventuallyEnded();

    const [call] = await calls();
    expect(call).toMatchObject({ ending: 'answered', results: [{ meaning: 'done' }] });
    const [toRobot, toAda] = await spoken();
    expect(toRobot!.text).toMatch(/Callivate, an AI assistant, .*for Ada/);
    expect(toRobot!.text).not.toMatch(/vitamin/i);
    expect(toAda!.text).toMatch(/Callivate.*AI.*“Take vitamins”/);
  });

  describe('of somebody who does not want their words kept', () => {
    beforeEach(() => wants({ keepTranscripts: false }));

    it('keeps what was meant, and no word of either side', async () => {
      const talk = await picksUp();
      await talk.say('Hello?');
      expect(talk.heard.join(' ')).toContain('I keep your answers, and none of your words.');
      await talk.say(`yes, I did it with ${SECRET}`);
      await talk.ends();
      await settles();

      const [call] = await calls();
      expect(call!.turns).toEqual([]);
      expect(call!.results).toMatchObject([{ meaning: 'done', quote: null }]);
      expect((await ada.today()).items[0]!.occurrence.checkIn).toMatchObject({ via: 'call', quote: null });
      expect(call!.evidence!.disclosedAt).not.toBeNull();
      expect(await everythingKept()).not.toContain(SECRET);
    });

    it('keeps keys, and offers to remember nothing', async () => {
      const talk = await picksUp();
      await talk.say('Hello?');
      await talk.say(`maybe, ${SECRET}`);
      await talk.press('2');
      await talk.ends();
      await settles();
      expect((await calls())[0]!.results).toMatchObject([{ meaning: 'not-done', quote: '[key 2]' }]);
      expect(await everythingKept()).not.toContain(SECRET);
    });

    it('keeps none of what was said to be left in peace', async () => {
      const talk = await picksUp();
      await talk.say('Hello?');
      await talk.say(`stop calling me, ${SECRET}`);
      await talk.ends();
      await settles();
      expect((await (await ada.fresh()).get('/me/suppression')).body).toMatchObject({ suppressed: true, via: 'call' });
      expect(await everythingKept()).not.toContain(SECRET);
    });

    it('is called again all the same when a talk broke before the answer', async () => {
      const talk = await picksUp();
      await talk.say('Hello?');
      await talk.say(`well, ${SECRET}`);
      await talk.hangUp();
      await settles();
      expect((await calls()).map(({ purpose }) => purpose)).toEqual(['due', 'follow-up']);
      expect(await everythingKept()).not.toContain(SECRET);
    });
  });

  it('of somebody who calls us and has agreed to nothing is held, and not written down', async () => {
    await line.world.rows('DELETE FROM consents');
    line.twilio.person(number, 'no-answer');
    await line.world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
    await settles();
    const talk = await line.twilio.callIn(number);
    await talk.hears(/\?/);
    await talk.say(`yes, ${SECRET}`);
    await talk.ends();
    await settles();
    const call = (await calls()).find(({ purpose }) => purpose === 'inbound');
    expect(call).toMatchObject({ turns: [], results: [{ meaning: 'done', quote: null }] });
    expect(await everythingKept()).not.toContain(SECRET);
  });

  it('with somebody who calls us begins at once, and tells that all is done', async () => {
    await ada.checkIn((await ada.today()).items[0]!.occurrence.id!);
    const talk = await line.twilio.callIn(number);
    await talk.ends();
    await settles();
    expect(talk.heard).toHaveLength(2);
    expect(talk.heard[0]).toMatch(/Ada.*Callivate.*AI.*done/);
  });

  const eventuallyEnded = async () => {
    const [call] = line.twilio.calls;
    for (let look = 0; look < 500 && call!.status !== 'completed'; look += 1) await line.twilio.quiet();
    await settles();
  };
  /** Silence is ours to notice on the relay, and the provider's in a gather. */
  const saysNothing = async (talk: Awaited<ReturnType<typeof picksUp>>) => {
    if (way === 'gather') await talk.staySilent();
    else await line.world.passes({ seconds: 20 });
  };
  const everythingKept = async () => {
    const tables = [
      'calls',
      'call_items',
      'turns',
      'check_ins',
      'suppressions',
      'gathered_talks',
      'audit_entries',
      'changes',
    ];
    const rows = await Promise.all(tables.map((table) => line.world.rows(`SELECT * FROM ${table}`)));
    return JSON.stringify(rows);
  };
});
