import { TalksRepository } from '../../src/modules/calls/talks.repository';
import { newId, UnitOfWork } from '../../src/platform/database';
import type { Person } from './person';
import { giveTelephones, type TelephoneWorld } from './telephone';

const LISBON = 'Europe/Lisbon';

/** A few days of somebody who is called on the telephone, turn by turn, by a provider that does not always tell what it did. */
export async function askOnTheTelephone({ world, twilio }: TelephoneWorld, bea: Person): Promise<void> {
  const [number] = (await giveTelephones(world, [bea.id])) as [string];
  await (await bea.fresh()).patch('/me/settings', {
    bundleMinutes: 0,
    callingWindow: { start: '00:00', end: '24:00' },
  });
  const dueAt = async (minutes: number, title: string): Promise<void> => {
    const at = new Date(world.clock.now().getTime() + minutes * 60_000).toISOString().slice(11, 16);
    await bea.habit(title, { at, every: null, from: world.clock.now().toISOString().slice(0, 10) });
    await world.passes({ minutes: minutes + 3 });
    await twilio.quiet();
    await world.time.work();
  };
  twilio.person(number, { answers: ['not yet', 'yes, I did it'] });
  await dueAt(2, 'Stretch');
  twilio.person(number, 'no-answer');
  for (const fault of ['500-after-accepting', '500-before', '429', { refuse: 21211 }] as const) {
    twilio.does(fault);
    await dueAt(2, `Walk ${JSON.stringify(fault)}`);
  }
  const talk = await twilio.callIn(number);
  await talk.say('Hello?');
  await talk.hangUp();
  await twilio.quiet();
  await (await bea.fresh()).put('/me/suppression', {});
  await (await bea.fresh()).delete('/me/call-history');
  const now = world.clock.now();
  await world.app
    .get(UnitOfWork)
    .run(() => world.app.get(TalksRepository).connectOnTelephone(newId(), 'CA0', newId(), now, now));
  await world.reaches(`${now.toISOString().slice(0, 10)}T23:59`, LISBON);
}
