import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SECOND } from '../../src/kernel/clock';
import { LONGEST_TALK } from '../../src/modules/calls/engine/timing';
import { VARIABLES } from '../../src/platform/config';
import { configured, REPOSITORY, SECRETS } from './production';

interface Service {
  image: string;
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
  ports?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  stop_grace_period?: string;
}

const TEXT = readFileSync(join(REPOSITORY, 'deploy/compose.yaml'), 'utf8');
const { services }: { services: Record<string, Service> } = parse(TEXT, { merge: true });
const ours = ['migrate', 'worker', 'api'].map((name): [string, Service] => [name, services[name] as Service]);

describe('The compose file', () => {
  it('names every program there is to run', () => {
    expect(Object.keys(services)).toEqual(['postgres', 'redis', 'migrate', 'worker', 'api']);
  });

  it('has each secret from outside, and does not start without one that is needed', () => {
    const secrets = Object.entries(ours[0]?.[1].environment ?? {}).filter(([name]) => name in SECRETS);
    const asked = secrets.filter(([name, value]) => name !== 'REDIS_URL' && !value.includes(':?'));
    expect(asked).toEqual([]);
    expect(services.postgres?.environment?.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  });

  it('opens a port on this machine alone', () => {
    expect(Object.values(services).flatMap(({ ports = [] }) => ports)).toEqual(['127.0.0.1:3000:3000']);
  });

  it('migrates before it serves, when PostgreSQL answers', () => {
    const migrated = { migrate: { condition: 'service_completed_successfully' } };
    expect(services.migrate?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect([services.worker?.depends_on, services.api?.depends_on]).toEqual([migrated, migrated]);
    expect(services.postgres?.healthcheck?.test).toContain('pg_isready');
  });

  it('lets talks come to their end', () => {
    for (const name of ['api', 'worker']) {
      expect(Number.parseInt(services[name]?.stop_grace_period ?? '', 10) * SECOND).toBeGreaterThan(LONGEST_TALK);
    }
  });
});

describe.each(ours)('%s', (name, service) => {
  it('is told what the service understands, and all that it asks for', () => {
    const environment = filledIn(service.environment ?? {});
    expect(Object.keys(environment).filter((variable) => !(variable in VARIABLES))).toEqual([]);
    expect(configured(environment)).toMatchObject({ ROLE: name, NODE_ENV: 'production' });
  });

  it('may do nothing that it need not', () => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      tmpfs: ['/tmp'],
    });
  });
});

/** As Compose fills it in from `deploy/.env`. */
function filledIn(environment: Record<string, string>): Record<string, string> {
  const fill = (value: string) =>
    value.replace(
      /\$\{(\w+):[-?]([^}]*)\}/g,
      (whole, name, usual) => SECRETS[name] ?? (whole.includes(':?') ? '' : usual),
    );
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]));
}
