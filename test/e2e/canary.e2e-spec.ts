import { HabitsService } from '../../src/modules/habits';
import { CANARY_ID } from '../../src/modules/users';
import { eventually } from '../support/eventually';
import { World } from '../support/world';

const TOKEN = 'an operator of this test and nobody else';

interface RingRow {
  dueAt: Date;
  rangAt: Date | null;
  rings: number;
  heard: boolean;
}

describe('The canary', () => {
  let world: World;
  const judged = () => world.rows<RingRow>('SELECT * FROM canary_rings ORDER BY due_at');
  const heard = () => world.rows(`SELECT 1 FROM check_ins WHERE user_id = $1 AND status = 'completed'`, [CANARY_ID]);
  const ask = (path: string) => world.http.raw<string>(path, { headers: { authorization: `Bearer ${TOKEN}` } });

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:30Z', { CANARY_ENABLED: 'true', OPS_TOKEN: TOKEN });
    await world.time.work();
  });
  afterAll(() => world.end());

  it('has habits that fall due every two minutes, around the clock', async () => {
    const { items } = await world.app.get(HabitsService).list(CANARY_ID, { limit: 100 });
    const times = items.flatMap(({ schedule }) => schedule.times).sort();
    expect(times).toHaveLength(720);
    expect(times.slice(0, 3)).toEqual(['00:00', '00:02', '00:04']);
  });

  it('is rung, answers over the relay, and its word arrives', async () => {
    await world.reaches('2026-03-02T12:02', 'UTC');
    await eventually(async () => (await heard()).length === 1);
    await world.reaches('2026-03-02T12:04', 'UTC');
    await eventually(async () => (await heard()).length === 2);
    await world.reaches('2026-03-02T12:06', 'UTC');
    expect(await judged()).toMatchObject([
      { dueAt: new Date('2026-03-02T12:02Z'), rangAt: new Date('2026-03-02T12:02Z'), rings: 1, heard: true },
      { dueAt: new Date('2026-03-02T12:04Z'), rings: 1, heard: true },
    ]);
  });

  it('shows everybody how punctual the service is', async () => {
    await eventually(async () => (await heard()).length === 3);
    await world.passes({ minutes: 2 });
    const { status, headers, body } = await world.http.raw<string>('/punctuality', {});
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(body).toContain('<title>2026-03-02: 100 % on time</title>');
  });

  it('tells operators, and is counted apart from people', async () => {
    expect((await ask('/metrics')).body).toContain('callivate_canary_rings_total{verdict="on-time"}');
    expect((await ask('/metrics')).body).toContain('line="browser",purpose="canary"');
    expect((await ask('/metrics')).body).not.toContain('purpose="due"');
    expect((await ask('/status')).body).toMatchObject({ punctuality: { rings: 0 }, canary: { day: '2026-03-02' } });
  });

  it('cannot be signed in as', async () => {
    const { status } = await world.http.post('/auth/dev', { email: 'canary' });
    expect(status).toBe(400);
  });

  it('shows a time when nothing rang as misses', async () => {
    const before = (await judged()).length;
    world.clock.moveTo(new Date('2026-03-02T13:00:30Z'));
    await world.time.work();
    await world.passes({ minutes: 4 });
    const outage = (await judged()).slice(before).filter(({ rangAt }) => rangAt === null);
    expect(outage.length).toBeGreaterThanOrEqual(24);
  });
});

describe('Without a canary', () => {
  it('nobody is rung, and one that was there is gone', async () => {
    const world = await World.begin('2026-03-02T12:00:30Z');
    await world.time.work();
    expect(await world.rows('SELECT 1 FROM users WHERE id = $1', [CANARY_ID])).toEqual([]);
    expect((await world.http.raw<string>('/punctuality', {})).body).toContain('Nothing has rung yet.');
    await world.end();
  });
});
