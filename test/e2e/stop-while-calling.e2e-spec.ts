import type { Person } from '../support/person';
import { beginWithTelephone, giveTelephones, type TelephoneWorld } from '../support/telephone';

const LISBON = 'Europe/Lisbon';

describe('Who wants no calls any more, in the very minute in which they are called,', () => {
  let line: TelephoneWorld;
  let ada: Person;
  let number: string;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T18:00:00Z');
    ada = await line.world.person('Ada');
    [number] = (await giveTelephones(line.world, [ada.id])) as [string];
    await ada.habit('Run', { at: '20:00' });
  });

  afterEach(() => line.end());

  const isDue = () => line.world.reaches('2026-03-02T20:00', LISBON);
  const settles = async () => {
    await line.twilio.quiet();
    await line.world.time.work();
  };
  const endings = async () => (await ada.calls()).map(({ ending, status }) => ending ?? status);
  const suppression = async () => (await (await ada.fresh()).get('/me/suppression')).body;

  const WAYS: [way: string, say: () => Promise<unknown>][] = [
    ['by text', () => line.twilio.textIn(number, 'STOP')],
    ['by taking back the consent', async () => (await ada.fresh()).delete('/me/consents/calls')],
    ['by taking away the number', async () => (await ada.fresh()).delete('/me/phone')],
    ['in the app', async () => (await ada.fresh()).put('/me/suppression', {})],
  ];

  it.each(WAYS)(
    'and says so %s before it rings: it is ended as soon as it is known, and never made again',
    async (_, say) => {
      line.twilio.does('accept-and-drop');
      line.twilio.tells('late', { times: 2 });
      await isDue();
      expect(await endings()).toEqual(['unknown']);
      await say();
      await line.twilio.tellsLate();
      await settles();

      expect(line.twilio.calls.map(({ status }) => status)).toEqual(['canceled']);
      expect(await endings()).toEqual(['canceled']);
      await line.world.passes({ hours: 3 });
      expect(line.twilio.calls).toHaveLength(1);
    },
  );

  it.each(WAYS)('and says so %s while it rings: it rings no more', async (_, say) => {
    await isDue();
    const { call } = await line.twilio.ringing(number);
    await say();
    await settles();
    expect(call.status).toBe('canceled');
    expect(await endings()).toEqual(['canceled']);
    await line.world.passes({ hours: 3 });
    expect(line.twilio.calls).toHaveLength(1);
  });

  it.each(WAYS)('and says so %s, and is quicker to pick up than we to hang up: hears not a word', async (_, say) => {
    await isDue();
    const ring = await line.twilio.ringing(number);
    await say();
    const talk = await ring.pickUp();
    await talk.ends();
    expect(talk.heard).toEqual([]);
    await settles();
    expect(await endings()).toEqual(['canceled']);
  });

  it('and texts STOP in the middle of a talk: is called no more, whatever was agreed upon in it', async () => {
    await isDue();
    const talk = await (await line.twilio.ringing(number)).pickUp();
    await talk.say('Hello?');
    await talk.hears(/\?/);
    await line.twilio.textIn(number, 'STOP');
    await talk.say('call me in twenty minutes');
    await talk.ends();
    await settles();

    await line.world.passes({ hours: 3 });
    expect(line.twilio.calls).toHaveLength(1);
    expect(await endings()).toEqual(['answered', 'refused']);
    expect((await ada.calls()).at(-1)?.refusal).toMatchObject({ code: 'suppressed' });
  });

  it('is told by message what they would have been asked', async () => {
    await line.twilio.textIn(number, 'STOP');
    await isDue();
    await settles();
    expect(line.twilio.calls).toEqual([]);
    expect((await ada.messages()).map(({ kind, body }) => [kind, body])).toEqual([
      ['not-called', 'You asked us not to call. Done?'],
    ]);
  });

  it('and says it by text first and in the app then, is not called because of START', async () => {
    await line.twilio.textIn(number, 'STOP');
    await line.world.passes({ minutes: 1 });
    await (await ada.fresh()).put('/me/suppression', { reason: 'I mean it.' });
    expect(await suppression()).toMatchObject({ since: '2026-03-02T18:00:00.000Z', via: 'app', reason: 'I mean it.' });
    await line.twilio.textIn(number, 'START');
    expect(await suppression()).toMatchObject({ suppressed: true, via: 'app', numberStopped: null });
  });
});
