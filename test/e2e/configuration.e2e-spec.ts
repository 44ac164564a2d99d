import { VARIABLES } from '../../src/platform/config';
import { World } from '../support/world';

const TOKEN = 'an operator of this test and nobody else';

describe('Operators', () => {
  let world: World;
  const asked = (path: string) => world.http.raw(path, { headers: { authorization: `Bearer ${TOKEN}` } });

  beforeAll(async () => {
    world = await World.begin('2026-03-02T19:00:00Z', {
      OPS_TOKEN: `${TOKEN},${'o'.repeat(32)}`,
      DATABASE_POOL_SIZE: '4',
      DATABASE_ULR: 'postgresql://typed-too-fast',
      PUBLIC_BASE_URL: 'https://callivate.example',
      TRUST_PROXY: '1',
      CORS_ORIGINS: 'https://callivate.example',
    });
  });
  afterAll(() => world.end());

  it('see what there is to mend, and which variables are set, without any value', async () => {
    const { status, body } = await asked('/config/validate');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      valid: true,
      findings: [
        { variable: 'DATABASE_POOL_SIZE', level: 'recommended' },
        { variable: 'DATABASE_ULR', level: 'recommended', remedy: expect.stringContaining('mean DATABASE_URL?') },
        { variable: 'CORS_ORIGINS', level: 'optional' },
      ],
    });
    const { variables } = body as unknown as { variables: { name: string; from: string }[] };
    expect(variables.map(({ name }) => name)).toEqual(Object.keys(VARIABLES));
    expect(variables).toContainEqual({ name: 'OPS_TOKEN', from: 'set' });
    expect(JSON.stringify(body)).not.toMatch(/nobody else|typed-too-fast|callivate\.example"/);
  });

  it('see on /status how much there is', async () => {
    expect((await asked('/status')).body).toMatchObject({
      configuration: { required: 0, recommended: 2, optional: 1 },
    });
  });

  it('read in the log once what is recommended', () => {
    const told = world.log.lines.map((line) => JSON.parse(line)).filter(({ context }) => context === 'Configuration');
    expect(told.map(({ msg }) => msg.split(' ')[0])).toEqual(['DATABASE_POOL_SIZE', 'DATABASE_ULR']);
  });
});
