import { ForPeople } from '../../kernel/for-people';
import { type Environment, type Given, givenOf, readBySchema, VARIABLES, type Variable } from './environment';
import { type Finding, LEVELS, sentence } from './finding';
import { remedyFor } from './remedies';
import { EVERYWHERE, IN_PRODUCTION } from './rules';
import { secretsUsedTwice, weakSecrets } from './secret-rules';
import { unknownVariables } from './unknown-variables';

/** The start is refused: everything there is to mend in one message, what stops it first. */
export class InvalidEnvironment extends ForPeople {
  constructor(readonly findings: Finding[]) {
    const list = findings.map((finding) => `  - ${sentence(finding)}`).join('\n');
    super(`The configuration is not valid:\n${list}\nSee .env.example.`);
    this.name = 'InvalidEnvironment';
  }
}

/**
 * Checks all variables at once, so that one start shows everything there is to mend. An empty variable counts as unset.
 * @throws InvalidEnvironment when something required is wrong
 */
export function checkEnvironment(raw: Record<string, unknown>): Environment {
  const findings = findingsIn(raw);
  const { environment } = readBySchema(givenOf(raw));
  if (!environment || findings.some(({ level }) => level === 'required')) throw new InvalidEnvironment(findings);
  return environment;
}

/** All there is to mend, what stops a start first, and within a level in the order of `.env.example`. */
export function findingsIn(raw: Record<string, unknown>): Finding[] {
  const given = givenOf(raw);
  const wrong = readBySchema(given).wrong.map(({ variable, problem }) => required(variable, problem));
  const isRead = ({ variable }: Finding) => !wrong.some((finding) => finding.variable === variable);
  const found = [...wrong, ...brokenRules(given).filter(isRead), ...unknownVariables(raw)];
  return found.filter(isFirstToTell(given)).toSorted(byLevelAndName);
}

/**
 * Who only brings the schema up to date, or saves what is in the database, needs the database and nothing else; a password
 * that is weak is no reason to withhold it.
 */
function brokenRules(given: Given): Finding[] {
  const isProduction = given.NODE_ENV === 'production';
  const broken = [...(isProduction ? IN_PRODUCTION : []), ...EVERYWHERE].filter((rule) => rule.broken(given));
  const told = broken.map(({ variable, level, problem, remedy }) => ({ variable, level, problem, remedy }));
  if (given.ROLE === 'migrate') return told.filter(({ variable }) => variable === 'DATABASE_URL');
  return isProduction ? [...told, ...weakSecrets(given), ...secretsUsedTwice(given)] : told;
}

function required(variable: Variable, problem: string): Finding {
  return { variable, level: 'required', problem, remedy: remedyFor(variable) };
}

/** Of a variable that is not set, once is enough; of one that is, the same is told once. */
function isFirstToTell(given: Given): (finding: Finding, index: number, all: Finding[]) => boolean {
  const isSameAs = (one: Finding) => (other: Finding) =>
    one.variable === other.variable && (given[one.variable as Variable] === undefined || one.problem === other.problem);
  return (finding, index, all) => all.findIndex(isSameAs(finding)) === index;
}

function byLevelAndName(one: Finding, other: Finding): number {
  return LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || place(one.variable) - place(other.variable);
}

/** Names that are not ours come last. */
function place(name: string): number {
  const names = Object.keys(VARIABLES);
  return name in VARIABLES ? names.indexOf(name) : names.length;
}
