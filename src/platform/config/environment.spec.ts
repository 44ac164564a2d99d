import { checkEnvironment, InvalidEnvironment, VARIABLES } from './environment';

const findingsOf = (raw: Record<string, string>): string[] => {
  try {
    checkEnvironment(raw);
    return [];
  } catch (error) {
    return (error as InvalidEnvironment).findings;
  }
};

const KEY = 'k:0123456789abcdef0123456789abcdef';

describe('The environment', () => {
  it('needs nothing on a fresh machine', () => {
    expect(checkEnvironment({})).toMatchObject({ NODE_ENV: 'development', HOST: '127.0.0.1', ROLE: 'all' });
  });

  it('listens to the whole network in production alone', () => {
    const production = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://db/x',
      JWT_KEYS: KEY,
      ENCRYPTION_KEYS: KEY,
      BLIND_INDEX_KEY: KEY,
      OPS_TOKEN: KEY,
      AUTH_DEV_ENABLED: 'false',
    };
    expect(checkEnvironment(production).HOST).toBe('0.0.0.0');
    expect(checkEnvironment({ ...production, HOST: '10.0.0.1' }).HOST).toBe('10.0.0.1');
  });

  it('is told in one go all that there is to mend, with the names and never the values', () => {
    const findings = findingsOf({ NODE_ENV: 'production', PORT: 'hunter2', JWT_KEYS: 'hunter2', ROLE: 'hunter2' });
    expect(findings.map((finding) => finding.split(' ')[0]).sort()).toEqual(
      [
        'AUTH_DEV_ENABLED',
        'BLIND_INDEX_KEY',
        'DATABASE_URL',
        'ENCRYPTION_KEYS',
        'JWT_KEYS',
        'OPS_TOKEN',
        'PORT',
        'ROLE',
      ].sort(),
    );
    expect(findings.join()).not.toContain('hunter2');
  });

  it('asks a migration in production for the database alone', () => {
    expect(findingsOf({ NODE_ENV: 'production', ROLE: 'migrate' })).toEqual(['DATABASE_URL is required in production']);
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['NODE_ENV', 'prod'],
    ['ROLE', 'both'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_POOL_SIZE', '1'],
    ['PUBLIC_BASE_URL', 'callivate.example'],
    ['JWT_KEYS', 'short:secret'],
    ['AUTH_DEV_ENABLED', 'yes'],
  ])('names %s=%s', (name, value) => {
    expect(findingsOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} must be`))]);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(findingsOf(Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, ''])))).toEqual([]);
  });

  it('reads a ring of keys, the first one signing', () => {
    expect(checkEnvironment({ JWT_KEYS: `${KEY},old:${KEY.slice(2)}` }).JWT_KEYS?.map(({ id }) => id)).toEqual([
      'k',
      'old',
    ]);
  });

  it('passes over what is not ours', () => {
    expect(findingsOf({ PATH: '/bin', EDITOR: 'ed' })).toEqual([]);
  });
});
