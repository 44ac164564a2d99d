import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SessionsRepository } from '../../src/modules/auth/sessions.repository';
import { HttpClient } from '../support/http-client';
import type { Person } from '../support/person';
import { World } from '../support/world';

/** The bound of docs/decisions/0009: so old, in seconds, is nothing that another replica answers. */
const AT_MOST = 5;

describe('What a replica remembers', () => {
  let world: World;
  let replica: NestFastifyApplication;
  let ada: Person;
  let there: HttpClient;

  beforeEach(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    replica = await world.replica();
    ada = await world.person('Ada');
    const token = ada.api.credentials.authorization!.replace('Bearer ', '');
    there = new HttpClient((await replica.getUrl()).replace('[::1]', '127.0.0.1'), token);
  });

  afterEach(async () => {
    await replica.close();
    await world.end();
  });

  const passes = (seconds: number) => world.clock.moveTo(new Date(world.clock.now().getTime() + seconds * 1000));
  /** Asked behind the guard: Passport keeps its strategy once for the process, and both replicas live in this one. */
  const isOpenAt = (...replicas: NestFastifyApplication[]) =>
    Promise.all(replicas.map((app) => app.get(SessionsRepository).isAlive(sessionOf(ada), ada.id)));
  const zoneShownBy = async (api: HttpClient) => (await api.get<{ timeZone: string }>('/today')).body.timeZone;

  it('is a session that was ended: refused at once here, and elsewhere within the bound', async () => {
    expect(await isOpenAt(world.app, replica)).toEqual([true, true]);
    await ada.api.post('/auth/logout');
    expect(await isOpenAt(world.app)).toEqual([false]);
    passes(AT_MOST);
    expect(await isOpenAt(replica)).toEqual([false]);
  });

  it('is a person who has gone: with them go their sessions', async () => {
    expect(await isOpenAt(world.app, replica)).toEqual([true, true]);
    await ada.api.delete('/me');
    expect(await isOpenAt(world.app)).toEqual([false]);
    passes(AT_MOST);
    expect(await isOpenAt(replica)).toEqual([false]);
  });

  it('is where a person is: their own word counts at once here, and elsewhere within the bound', async () => {
    expect([await zoneShownBy(ada.api), await zoneShownBy(there)]).toEqual(['Europe/Lisbon', 'Europe/Lisbon']);
    await ada.api.patch('/me', { timeZone: 'Asia/Tokyo' });
    expect(await zoneShownBy(ada.api)).toBe('Asia/Tokyo');
    passes(AT_MOST);
    expect(await zoneShownBy(there)).toBe('Asia/Tokyo');
  });

  it('is when their day ends', async () => {
    const dayShown = async () => (await ada.api.get<{ day: string }>('/today')).body.day;
    expect(await dayShown()).toBe('2026-03-02');
    await ada.api.patch('/me', { timeZone: 'Asia/Tokyo' });
    world.clock.moveTo(new Date('2026-03-02T15:30:00Z'));
    const later = await world.person('Ada');
    const shown = async () => (await later.api.get<{ day: string }>('/today')).body.day;
    expect(await shown()).toBe('2026-03-03');
    await later.api.patch('/me/settings', { dayEndsAt: '01:00' });
    expect(await shown()).toBe('2026-03-02');
  });
});

function sessionOf(person: Person): string {
  const [, claims = ''] = person.api.credentials.authorization!.split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()).sid;
}
