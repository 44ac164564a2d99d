import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VARIABLES } from '../../src/platform/config';

const HEAD = `\
# Every variable Callivate reads. Copy this file to .env and take the "# " away from what you want to change: a line that
# stays as it is shows the default, and an empty value counts as unset. The environment wins over .env. All variables are
# checked at start, all at once, and by \`npm run -s config:check\` (src/platform/config/environment.ts).
`;

describe('.env.example', () => {
  it('says what the schema says: every variable, its sentence and its default, and nothing besides', () => {
    const shown = readFileSync(join(__dirname, '../../.env.example'), 'utf8');
    expect(shown).toBe([HEAD, ...Object.entries(VARIABLES).map(paragraph)].join('\n'));
  });
});

function paragraph([name, rule]: [string, (typeof VARIABLES)[keyof typeof VARIABLES]]): string {
  return `# ${rule.description}\n# ${name}=${rule.parse(undefined) ?? ''}\n`;
}
