import type { AuditPage } from '../../src/modules/users/audit.dto';
import type { HttpClient } from '../support/http-client';
import { expectProblem } from '../support/problems';
import { World } from '../support/world';

describe('The record of an account', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
  });
  afterAll(() => world.end());

  const page = async (api: HttpClient, query = '') => (await api.get<AuditPage>(`/me/audit${query}`)).body;

  /** The oldest first. */
  const actionsOf = async (api: HttpClient) => (await page(api)).items.map(({ action }) => action).reverse();

  it('tells of each sign-in and sign-out', async () => {
    const ada = await world.person('Ada');
    const other = await world.person('Ada');
    await other.api.post('/auth/logout');

    expect(await actionsOf(ada.api)).toEqual(['signed-in', 'signed-in', 'signed-out']);
    const [out, second, first] = (await page(ada.api)).items;
    expect(out?.detail).toEqual(second?.detail);
    expect(first?.detail).not.toEqual(second?.detail);
    expect(first).toEqual({
      id: first?.id,
      action: 'signed-in',
      at: '2026-03-02T12:00:00.000Z',
      detail: { sessionId: expect.any(String) },
    });
  });

  it('tells that a session was ended because its token was used twice', async () => {
    const bea = await world.person('Bea');
    await world.http.post('/auth/refresh', { refreshToken: bea.refreshToken });
    await world.passes({ seconds: 11 });
    expectProblem(await world.http.post('/auth/refresh', { refreshToken: bea.refreshToken }), 401);

    expect(await actionsOf(await bea.fresh())).toEqual(['signed-in', 'session-revoked', 'signed-in']);
  });

  it('tells once that calls were stopped, and that they were allowed again', async () => {
    const cai = await world.person('Cai');
    await cai.api.delete('/me/suppression');
    await cai.api.put('/me/suppression', { reason: 'Not in Lent.' });
    await cai.api.put('/me/suppression');
    await cai.api.delete('/me/suppression');
    await cai.api.delete('/me/suppression');

    expect(await actionsOf(cai.api)).toEqual(['signed-in', 'calls-suppressed', 'calls-allowed']);
    expect((await page(cai.api)).items[1]?.detail).toEqual({ via: 'app', reason: 'Not in Lent.' });
  });

  it('tells which settings changed of those that decide when we ring, and of no others', async () => {
    const dan = await world.person('Dan');
    const { callingWindow } = (await dan.api.get<{ callingWindow: object }>('/me/settings')).body;
    await dan.api.patch('/me/settings', { followUpMinutes: 10, callingWindow, ringOn: 'app' });
    await dan.api.patch('/me/settings', {
      silentUntil: '2026-03-04T00:00:00Z',
      callingWindow: { start: '09:00', end: '20:00' },
    });
    await dan.api.patch('/me/settings', { silentUntil: '2026-03-04T00:00:00Z', appRings: 'calling-window' });

    const { items } = await page(dan.api);
    expect(items.map(({ detail }) => detail?.fields)).toEqual([
      ['appRings'],
      ['callingWindow', 'silentUntil'],
      undefined,
    ]);
  });

  it('is read page by page, by its owner alone', async () => {
    const eve = await world.person('Eve');
    await world.person('Eve');
    await world.person('Eve');
    const first = await page(eve.api, '?limit=2');
    const second = await page(eve.api, `?limit=2&cursor=${first.nextCursor}`);

    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
    expectProblem(await world.http.get('/me/audit'), 401);
  });
});
