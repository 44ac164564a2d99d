import { crowd } from '../support/crowd';
import { beginWithTelephone, giveTelephones, type TelephoneWorld } from '../support/telephone';

const PEOPLE = 1000;
const RATE = 10;

describe('A thousand people due in one minute', () => {
  let line: TelephoneWorld;

  beforeAll(async () => {
    line = await beginWithTelephone('2026-03-02T18:00:00Z', {
      TWILIO_CALLS_PER_SECOND: String(RATE),
      CALL_BUDGET_MONTHLY: '1000',
    });
    line.twilio.everybody('no-answer');
    const people = await crowd(line.world, PEOPLE, [{ title: 'Run', at: '19:00' }]);
    await giveTelephones(line.world, people);
    await line.world.reaches('2026-03-02T19:12', 'Europe/Lisbon');
    await line.twilio.quiet();
  }, 300_000);

  afterAll(() => line.end());

  it('are called at the pace of the provider: ten a second, half more or less, until all are called', () => {
    const seconds = Map.groupBy(line.twilio.calls, ({ createdAt }) => Math.floor(createdAt.getTime() / 1000));
    const rates = [...seconds.values()].map(({ length }) => length);
    expect(rates.every((rate) => Math.abs(rate - RATE) <= 0.5)).toBe(true);
    expect(rates).toHaveLength(PEOPLE / RATE);
  });

  it('are each called once', () => {
    expect(line.twilio.calls).toHaveLength(PEOPLE);
    expect(new Set(line.twilio.calls.map(({ to }) => to)).size).toBe(PEOPLE);
  });
});
