import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { type Figure, littleIsGood, median } from './figure';
import type { Ground } from './ground';
import { Server } from './server';

const STARTS = 3;

/** After a start, until its memory is looked at, in ms. */
const SETTLES_IN = 3_000;

/** The least a start can be: Node itself, and a connection on which the database has answered. */
const BARE_START = `
  const { Client } = require('pg');
  const client = new Client({ connectionString: process.argv[1] });
  client.connect().then(() => client.query('SELECT 1')).then(() => client.end());`;

/** From the spawning of the process until it is ready, and what it holds in memory then. */
export async function measureBoot(ground: Ground): Promise<Figure[]> {
  const url = await ground.database('boot');
  const bare = Array.from({ length: STARTS }, () => timed(() => bareStart(url)));
  const starts: { ready: number; megabytes: number }[] = [];
  for (let start = 0; start < STARTS; start += 1) starts.push(await lookAt(await Server.product(url)));
  const floor = await lookAt(await Server.floor(url));
  return [
    littleIsGood({
      name: 'boot to ready',
      unit: 'ms',
      product: median(starts.map(({ ready }) => ready)),
      floor: median(bare),
    }),
    littleIsGood({
      name: 'memory idle',
      unit: 'MB',
      product: median(starts.map(({ megabytes }) => megabytes)),
      floor: floor.megabytes,
    }),
  ];
}

function bareStart(url: string): void {
  execFileSync(process.execPath, ['-e', BARE_START, url]);
}

function timed(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

async function lookAt(server: Server): Promise<{ ready: number; megabytes: number }> {
  await pause(SETTLES_IN);
  const seen = { ready: server.readyAfter, megabytes: server.megabytes };
  await server.stop();
  return seen;
}
