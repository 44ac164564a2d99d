import type { Person } from '../support/person';
import { beginWithTelephone, giveTelephones, type TelephoneWorld } from '../support/telephone';

const WORDS = 'no, the kids were sick';

describe('Where a talk stood between two turns', () => {
  let line: TelephoneWorld;
  let ada: Person;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T18:00:00Z', { TWILIO_CONVERSATION: 'gather' });
    ada = await line.world.person('Ada');
    const [number] = (await giveTelephones(line.world, [ada.id])) as [string];
    await ada.habit('Run', { at: '20:00', every: null });
    await line.world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
    const talk = await (await line.twilio.ringing(number)).pickUp();
    await talk.say('Hello?');
    await talk.hears(/\?/);
    await talk.say(WORDS);
    await talk.hangUp();
    await line.twilio.quiet();
    await line.world.time.work();
  });

  afterEach(() => line.end());

  const rows = () => line.world.rows<{ callId: string }>('SELECT call_id FROM gathered_talks');

  it('is kept for as long as the provider might ask again, and no longer', async () => {
    await line.world.passes({ hours: 23 });
    expect(await rows()).toHaveLength(1);
    await line.world.passes({ hours: 2 });
    expect(await rows()).toEqual([]);
    const [call] = await ada.calls();
    expect(call?.turns.map(({ text }) => text)).toContain(WORDS);
  });

  it('is forgotten at once with the history of calls', async () => {
    await (await ada.fresh()).delete('/me/call-history');
    expect(await rows()).toEqual([]);
  });
});
