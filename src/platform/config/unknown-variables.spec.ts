import { unknownVariables } from './unknown-variables';

describe('An unknown variable', () => {
  it.each([
    ['DATABASE_ULR', 'DATABASE_URL'],
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['database_url', 'DATABASE_URL'],
    ['REDIS_URI', 'REDIS_URL'],
    ['JWT_KEY', 'JWT_KEYS'],
    ['OPS_TOKENS', 'OPS_TOKEN'],
    ['NODE_EVN', 'NODE_ENV'],
    ['CORS_ORIGIN', 'CORS_ORIGINS'],
    ['PUBLIC_BASE_URI', 'PUBLIC_BASE_URL'],
    ['ENCRYPTION_KEY', 'ENCRYPTION_KEYS'],
    ['PORTS', 'PORT'],
    ['ROLES', 'ROLE'],
    ['LOGLEVEL', 'LOG_LEVEL'],
  ])('%s is taken for %s', (name, meant) => {
    expect(unknownVariables({ [name]: 'anything' })).toEqual([
      {
        variable: name,
        level: 'recommended',
        problem: expect.any(String),
        remedy: expect.stringMatching(new RegExp(`^Did you mean ${meant}\\?`)),
      },
    ]);
  });

  it.each([
    ...['PATH', 'HOME', 'HOSTNAME', 'PWD', 'OLDPWD', 'TERM', 'USER', 'SHELL', 'LANG', 'LC_ALL', 'TZ', 'SHLVL', '_'],
    ...[
      'npm_config_role',
      'npm_package_name',
      'NODE_OPTIONS',
      'NODE_PATH',
      'NODE_VERSION',
      'INIT_CWD',
      'EDITOR',
      'MAIL',
    ],
    ...['KUBERNETES_PORT', 'KUBERNETES_SERVICE_HOST', 'CALLIVATE_API_PORT', 'CALLIVATE_API_PORT_3000_TCP_ADDR'],
    ...['CALLIVATE_API_SERVICE_HOST', 'REDIS_PORT', 'A_PORT', 'POSTGRES_SERVICE_PORT_HTTP', 'POSTGRES_PASSWORD'],
    ...[
      'OTEL_SERVICE_NAME',
      'OTEL_EXPORTER_OTLP_HEADERS',
      'DEBUG',
      'CI',
      'COLORTERM',
      'TMPDIR',
      'http_proxy',
      'GIT_DIR',
    ],
    ...['YARN_VERSION', 'DEBIAN_FRONTEND', 'PGHOST', 'PGPORT', 'PGUSER', 'VISUAL', 'DISPLAY', 'LOGNAME', 'SSH_TTY'],
  ])('%s is nobody we know, and passed over', (name) => {
    expect(unknownVariables({ [name]: 'anything' })).toEqual([]);
  });

  it('that is empty means nothing', () => {
    expect(unknownVariables({ DATABASE_ULR: '', JWT_KEY: undefined })).toEqual([]);
  });
});
