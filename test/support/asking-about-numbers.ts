import { Phones } from '../../src/modules/users';
import { ConsentsRepository } from '../../src/modules/users/consents/consents.repository';
import { PhonesRepository } from '../../src/modules/users/phone/phones.repository';
import { TextsRepository } from '../../src/modules/users/texts/texts.repository';
import { Counters, Pace } from '../../src/platform/telephony';
import { loggedCode } from './number-codes';
import { NUMBERS } from './numbers';
import type { Person } from './person';
import type { World } from './world';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

/** All that is asked of the database about numbers, consents and texts, by a person who has just signed in. */
export async function askAboutNumbers(world: World, person: Person): Promise<void> {
  const { api } = person;
  for (const number of [NUMBERS.mobile, NUMBERS.mobile]) {
    await api.put('/me/phone', { number });
    const code = loggedCode(world);
    await api.post('/me/phone/verification', { code: code === '000000' ? '000001' : '000000' });
    await api.post('/me/phone/verification', { code });
  }
  const { body } = await api.get<{ version: string }>('/consents/calls');
  await api.post('/me/consents', { kind: 'calls', version: body.version });
  await api.get('/me/consents?limit=1');
  await api.get('/me/suppression');
  await world.app.get(Phones).markHuman(person.id);
  await askByHand(world);
  await api.delete('/me/phone');
}

/** What no route of a world without a provider asks. */
async function askByHand({ app, clock }: World): Promise<void> {
  const now = clock.now();
  const [phones, texts] = [app.get(PhonesRepository), app.get(TextsRepository)];
  const index = app.get(Phones).indexOf(NUMBERS.otherMobile);
  await phones.suppressNumber(index, 'sms', 'Asked by text message.', now);
  await phones.allowNumber(index, ['sms']);
  await phones.forgetVerificationsBefore(LONG_AGO, 10);
  await texts.isFirst('SM1', now);
  await texts.forgetBefore(LONG_AGO, 10);
  await app.get(ConsentsRepository).forgetBefore(LONG_AGO, 10);
  const [pace, counters] = [app.get(Pace), app.get(Counters)];
  await counters.add([{ kind: 'spent', key: 'all', amount: 1 }]);
  await counters.read([{ kind: 'spent', key: 'all' }]);
  await counters.forgetBefore(LONG_AGO, 10);
  await pace.available();
  await pace.take(1);
  await pace.takeAhead();
  await pace.pause();
}
