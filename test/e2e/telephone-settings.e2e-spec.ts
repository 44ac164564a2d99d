import type { Person } from '../support/person';
import { expectProblem, fieldErrors } from '../support/problems';
import { beginWithTelephone, giveTelephones, type TelephoneWorld } from '../support/telephone';

const LISBON = 'Europe/Lisbon';
const GREETING = 'You have reached the voicemail of Ada. Please leave a message after the tone.';

/** Every place where words of a person are kept that were heard in calls. */
const WORDS = `
  SELECT text FROM turns UNION ALL SELECT quote FROM call_items WHERE quote <> ''
  UNION ALL SELECT quote FROM check_ins WHERE quote IS NOT NULL UNION ALL SELECT quote FROM suppressions WHERE quote IS NOT NULL`;

describe.each(['relay', 'gather'])('Settings for the telephone, by %s,', (way) => {
  let line: TelephoneWorld;
  let ada: Person;
  let number: string;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T18:00:00Z', { TWILIO_CONVERSATION: way });
    ada = await line.world.person('Ada');
    [number] = (await giveTelephones(line.world, [ada.id])) as [string];
  });

  afterEach(() => line.end());

  const set = async (change: object) => (await ada.fresh()).patch('/me/settings', change);
  const words = async () => (await line.world.rows<{ text: string }>(WORDS)).map(({ text }) => text);
  const isDue = () => line.world.reaches('2026-03-02T20:00', LISBON);
  const settles = async () => {
    await line.twilio.quiet();
    await line.world.time.work();
  };
  const picksUp = async () => {
    const talk = await (await line.twilio.ringing(number)).pickUp();
    await talk.say('Hello?');
    return talk.hears(/\?/);
  };

  it('keep words unless it is said otherwise, and hang up on a voicemail', async () => {
    expect((await ada.api.get('/me/settings')).body).toMatchObject({ keepTranscripts: true, voicemail: 'hang-up' });
  });

  it('let nothing be kept of what is said but what it meant', async () => {
    expect(await set({ keepTranscripts: false })).toMatchObject({ status: 200, body: { keepTranscripts: false } });
    const run = await ada.habit('Run', { at: '20:00' });
    await isDue();
    const talk = await picksUp();
    expect(talk.heard.join(' ')).not.toMatch(/written down/);
    await talk.say('Yes, just finished');
    await talk.ends();
    await settles();

    expect(await words()).toEqual([]);
    const [call] = await ada.calls();
    expect(call).toMatchObject({ ending: 'answered', turns: [], results: [{ meaning: 'done', quote: null }] });
    expect(await ada.streakOf(run)).toBe(1);
    const [item] = (await ada.today()).items;
    expect(item?.occurrence.checkIn).toMatchObject({ status: 'completed', via: 'call', quote: null });
    expect(await ada.timeline(item!.occurrence.id)).toEqual(expect.arrayContaining(['call-answered', 'understood']));
  });

  it('let a key be kept, which is no word, and a stop without its words', async () => {
    await set({ keepTranscripts: false });
    await ada.habit('Run', { at: '20:00' });
    await ada.habit('Read', { at: '20:00' });
    await isDue();
    const talk = await picksUp();
    await talk.press('1');
    await talk.say('stop calling me, I am ill');
    await talk.ends();
    await settles();

    const [call] = await ada.calls();
    expect(call?.results[0]).toMatchObject({ meaning: 'done', quote: '[key 1]' });
    expect((await words()).filter((text) => !text.startsWith('[key '))).toEqual([]);
    expect((await (await ada.fresh()).get('/me/suppression')).body).toMatchObject({ via: 'call', quote: null });
  });

  it('leave what was kept before as it is', async () => {
    await ada.habit('Run', { at: '20:00' });
    await isDue();
    await (await picksUp()).say('Yes, just finished');
    await settles();
    const before = await words();
    expect(before).toContain('Yes, just finished');
    await set({ keepTranscripts: false });
    expect(await words()).toEqual(before);
  });

  it('have a voicemail hung up on, without a word', async () => {
    line.twilio.person(number, { voicemail: GREETING });
    await ada.habit('Run', { at: '20:00' });
    await isDue();
    await settles();
    expect((await ada.calls())[0]).toMatchObject({ ending: 'voicemail', results: [] });
    expect(await saidToVoicemail()).toEqual([]);
  });

  it('have a word left on a voicemail, which names neither the habit nor the person', async () => {
    expect((await set({ voicemail: 'leave-word' })).body).toMatchObject({ voicemail: 'leave-word' });
    line.twilio.person(number, { voicemail: GREETING });
    await ada.habit('Take the blue pills', { at: '20:00' });
    await isDue();
    await settles();
    expect((await ada.calls())[0]).toMatchObject({ ending: 'voicemail', results: [] });
    const said = (await saidToVoicemail()).join(' ');
    expect(said).toMatch(/^This is Callivate, an automated assistant\. I will .*\.$/);
    expect(said).not.toMatch(/pill|Ada/i);
  });

  it('are put on record by name, and refuse what they do not know', async () => {
    await set({ keepTranscripts: false, voicemail: 'leave-word' });
    const { body } = await (await ada.fresh()).get<{ items: object[] }>('/me/audit?limit=1');
    expect(body.items).toMatchObject([
      { action: 'settings-changed', detail: { fields: ['voicemail', 'keepTranscripts'] } },
    ]);
    const refused = await set({ keepTranscripts: 'no', voicemail: 'sing' });
    expectProblem(refused, 400, 'invalid-request');
    expect(Object.keys(fieldErrors(refused)).sort()).toEqual(['/keepTranscripts', '/voicemail']);
  });

  /** What we said in the call, as far as it is known. */
  async function saidToVoicemail(): Promise<string[]> {
    const turns = (await ada.calls())[0]?.turns ?? [];
    return turns.filter(({ speaker }) => speaker === 'callivate').map(({ text }) => text);
  }
});
