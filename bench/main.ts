import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { measureBoot } from './boot';
import { measureDispatch } from './dispatch';
import { type Figure, table } from './figure';
import { measureGathering } from './gathering';
import { Ground } from './ground';
import { measureCheckIn, measureToday } from './load';
import { measureReading } from './reading';
import { measureSchedule } from './schedule';
import { measureTalking } from './talking';

const MEASUREMENTS: Record<string, (ground: Ground, profile?: string) => Promise<Figure[]>> = {
  today: measureToday,
  'check-in': measureCheckIn,
  reading: measureReading,
  dispatch: measureDispatch,
  boot: measureBoot,
  schedule: measureSchedule,
  talking: measureTalking,
  gathering: measureGathering,
};

const USAGE = `npm run bench [-- --only ${Object.keys(MEASUREMENTS).join('|')}] [--profile FOLDER]`;

/** Measures one after the other, says what it is at, and ends with the table. */
async function main(): Promise<void> {
  const { only, profile } = asked();
  const ground = await Ground.prepare();
  clearOnSignal(ground);
  const figures: Figure[] = [];
  try {
    for (const [name, measure] of Object.entries(MEASUREMENTS)) {
      if (only && name !== only) continue;
      console.log(`Measuring ${name} …`);
      figures.push(...(await measure(ground, profile)));
    }
  } finally {
    await ground.clear();
  }
  console.log(`\n${table(figures)}\n`);
}

/** Nothing is left behind by a run that is cut short. */
function clearOnSignal(ground: Ground): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void ground.clear().finally(() => process.exit(1)));
  }
}

function asked(): { only?: string; profile?: string } {
  const { values } = parseArgs({ options: { only: { type: 'string' }, profile: { type: 'string' } } });
  if (values.only && !(values.only in MEASUREMENTS)) throw new Error(USAGE);
  return values;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
