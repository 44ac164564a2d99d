import type { Person } from '../support/person';
import { beginWithTelephone, giveTelephones, type TelephoneWorld } from '../support/telephone';

describe.each(['relay', 'gather'])('A due habit over the telephone, by %s,', (way) => {
  let line: TelephoneWorld;
  let ada: Person;
  let number: string;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T18:00:00Z', { TWILIO_CONVERSATION: way });
    ada = await line.world.person('Ada');
    [number] = (await giveTelephones(line.world, [ada.id])) as [string];
  });

  afterEach(() => line.end());

  it('rings at its minute, says who calls and that it is an AI, hears yes, and grows the streak', async () => {
    const run = await ada.habit('Run', { at: '20:00' });
    await line.world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
    const ring = await line.twilio.ringing(number);
    const talk = await ring.pickUp();
    await talk.say('Hello?');
    await talk.hears(/Callivate, .*AI.*Run/);
    await talk.hears(/\?/);
    await talk.say('Yes, just finished');
    await talk.ends();
    await line.twilio.quiet();
    expect(await ada.streakOf(run)).toBe(1);
    const [call, ...others] = await ada.calls();
    expect(call).toMatchObject({ line: 'telephone', ending: 'answered', results: [{ meaning: 'done' }] });
    expect(call?.cost).toMatchObject({ isFinal: false });
    expect(others).toEqual([]);
  });
});
