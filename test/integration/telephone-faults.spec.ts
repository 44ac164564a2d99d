import type { Call } from '../../src/modules/calls';
import { crowd } from '../support/crowd';
import { beginWithTelephone, giveTelephones, type TelephoneWorld } from '../support/telephone';
import type { OrderFault, WebhookFault } from '../support/twilio/faults';

/** When Ada is due, and when all about her first call is settled, the follow-up call not being due yet. */
const DUE = '2026-03-02T19:00';
const SETTLED = '2026-03-02T19:02';

describe('A provider that', () => {
  let line: TelephoneWorld;
  let number: string;
  let ada: string;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T18:00:00Z');
    [ada] = (await crowd(line.world, 1, [{ title: 'Run', at: '19:00' }])) as [string];
    [number] = (await giveTelephones(line.world, [ada])) as [string];
    line.twilio.person(number, 'no-answer');
  });

  afterEach(() => line.end());

  const reaches = async (time: string) => {
    await line.world.reaches(time, 'Europe/Lisbon');
    await line.twilio.quiet();
    await line.world.time.work();
  };
  const calls = () => line.world.rows<Call>('SELECT * FROM calls ORDER BY queued_at, id');
  const messages = async () =>
    (await line.world.rows<{ kind: string }>('SELECT kind FROM messages ORDER BY created_at')).map(({ kind }) => kind);
  /** How often Ada's telephone rang. */
  const rang = () => line.twilio.calls.filter(({ to, status }) => to === number && status !== 'canceled').length;

  it.each<[string, OrderFault]>([
    ['makes the call and drops the answer', 'accept-and-drop'],
    ['makes the call and answers 500', '500-after-accepting'],
    ['makes the call and never answers', 'accept-and-hang'],
    ['calls us back before it answers', 'webhook-before-answer'],
    ['answers 500 and makes no call', '500-before'],
    ['never answers and makes no call', 'hang'],
    ['takes no more for a moment', '429'],
  ])(
    '%s: her telephone rings once, and she is called once more half an hour later',
    async (_, fault) => {
      line.twilio.does(fault);
      await reaches(SETTLED);
      expect(rang()).toBe(1);
      const [first, followUp, ...others] = await calls();
      expect(first).toMatchObject({ ending: 'no-answer', status: 'ended' });
      expect(first?.settledAt).not.toBeNull();
      expect(followUp).toMatchObject({ purpose: 'follow-up', status: 'queued' });
      expect(others).toEqual([]);
    },
    60_000,
  );

  it('makes two calls of one order: the second is ended before she can pick it up', async () => {
    line.twilio.person(number, 'rings');
    line.twilio.does('call-twice');
    await reaches(DUE);
    await reaches('2026-03-02T19:00:30');
    const [one, other] = line.twilio.calls;
    expect([one?.status, other?.status].sort()).toEqual(['canceled', 'ringing']);
    expect(await calls()).toHaveLength(1);
  });

  it('refuses the call: she gets a message, and no second try', async () => {
    line.twilio.does({ refuse: 21211 });
    await reaches(SETTLED);
    expect(await calls()).toMatchObject([{ ending: 'failed', failureCode: '21211', cost: 0 }]);
    expect(await messages()).toEqual(['missed-call']);
  });

  it.each<[string, WebhookFault]>([
    ['tells everything twice', 'duplicate'],
    ['tells what came first last', 'reorder'],
    ['tells nothing', 'drop'],
    ['tells it with a wrong signature', 'wrong-signature'],
  ])('%s: the call is settled all the same, once', async (_, fault) => {
    line.twilio.tells(fault, { times: 20 });
    await reaches(SETTLED);
    expect(rang()).toBe(1);
    const [first, ...others] = await calls();
    expect(first).toMatchObject({ ending: 'no-answer' });
    expect(others).toMatchObject([{ purpose: 'follow-up', status: 'queued' }]);
  });

  it('cannot be reached for an hour: she gets a message at once, and her streak is not broken by it', async () => {
    await line.twilio.goesDown();
    await reaches('2026-03-02T20:00');
    await line.twilio.comesBack();
    expect(rang()).toBe(0);
    expect((await calls()).at(0)).toMatchObject({ ending: 'refused' });
    expect((await messages()).length).toBe(1);
    const [occurrence] = await line.world.rows<{ status: string }>(
      `SELECT status FROM occurrences ORDER BY due_at LIMIT 1`,
    );
    expect(occurrence?.status).toBe('due');
  });

  it('lists a call only after a while: it is found, and not made again', async () => {
    line.twilio.person(number, 'rings');
    line.twilio.does('accept-and-drop');
    line.twilio.tells('drop', { times: 20 });
    line.twilio.lists('lagging', { times: 2 });
    await reaches('2026-03-02T19:00:50');
    expect(line.twilio.calls).toHaveLength(1);
    expect((await calls())[0]).toMatchObject({ providerCallId: line.twilio.calls[0]!.sid, dials: 1 });
  });

  it('does not say yet when the call was made: it is found, and not made again', async () => {
    line.twilio.person(number, 'rings');
    line.twilio.does('accept-and-drop');
    line.twilio.tells('drop', { times: 20 });
    line.twilio.lists('undated', { times: 1000 });
    await reaches('2026-03-02T19:02:30');
    expect(line.twilio.calls).toHaveLength(1);
    expect((await calls())[0]).toMatchObject({ providerCallId: line.twilio.calls[0]!.sid, dials: 1 });
  });

  it('cannot tell for ten minutes whether it made the call: no other is made, and she gets a message', async () => {
    line.twilio.does('500-before');
    line.twilio.lists('500', { times: 1000 });
    await reaches('2026-03-02T19:12');
    expect(line.twilio.calls).toHaveLength(0);
    expect(await calls()).toMatchObject([{ ending: 'failed', dials: 1 }]);
    expect(await messages()).toEqual(['missed-call']);
  });
});
