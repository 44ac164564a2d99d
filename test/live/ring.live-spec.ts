import { onAMachine } from './support/machine';
import { Person } from './support/person';
import { nextMinute, until } from './support/until';

/** From the full minute until the phone hears of it, in ms. */
const RINGS_WITHIN = 2000;

describe('A habit on a fresh machine', () => {
  it('rings at its minute, hears "yes, just finished", and begins a streak', () =>
    onAMachine(async (machine) => {
      const ada = await Person.signIn(machine.start(), 'Ada');
      const minute = nextMinute();
      const reading = await ada.habit('Read ten pages', minute);
      const events = await ada.listen();

      const ring = await events.ring();
      const delay = ring.at.getTime() - minute.getTime();
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThanOrEqual(RINGS_WITHIN);
      expect(ring.data.habits).toMatchObject([{ title: 'Read ten pages' }]);

      const line = await ada.pickUp(ring.callId);
      await line.say('yes, just finished');
      await until('the end of the call', async () => (await ada.call(ring.callId)).status === 'ended');
      expect(await ada.call(ring.callId)).toMatchObject({ ending: 'answered', results: [{ meaning: 'done' }] });
      expect(await ada.streakOf(reading)).toBe(1);
      expect(events.rings).toHaveLength(1);
    }));
});
