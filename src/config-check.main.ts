import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { giveUp } from './give-up';
import type { Finding } from './platform/config';
import { inspectConfig } from './read-config';
import { WrongUsage } from './wrong-usage';

const USAGE = 'npm run -s config:check, or npm run -s config:check -- --json.';

/** Says what a start with these variables would find, without starting anything; ends with 1 when it would be refused. */
async function main(): Promise<void> {
  const asJson = isJsonAsked();
  const { isValid, findings, variables } = await inspectConfig();
  console.log(asJson ? JSON.stringify({ valid: isValid, findings, variables }, null, 2) : told(findings));
  process.exitCode = isValid ? 0 : 1;
}

/** @throws WrongUsage */
function isJsonAsked(): boolean {
  try {
    return parseArgs({ options: { json: { type: 'boolean' } } }).values.json ?? false;
  } catch {
    throw new WrongUsage(USAGE);
  }
}

function told(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'The configuration is right: there is nothing to mend.';
  const rows = findings.map(({ variable, level, problem, remedy }) => [variable, level, problem, remedy]);
  return table([['variable', 'level', 'what is wrong', 'what to do'], ...rows]);
}

function table(rows: string[][]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(width(column)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

main().catch(giveUp);
