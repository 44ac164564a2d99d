import autocannon, { type Client, type Request } from 'autocannon';
import { type Figure, littleIsGood, median, muchIsGood } from './figure';
import type { Ground } from './ground';
import { type Person, seedPeople } from './people';
import { Server } from './server';

/** So many ask at once, each again as soon as they are answered. */
const CONNECTIONS = 16;

/** Who ask in turns on the connections: so many that none of them asks for more than one person may in a minute. */
const PEOPLE = 128;

/** In seconds: first once to get warm, then in turns, so that what else the machine does falls on both sides alike. */
const WARM_UP = 2;
const TURN = 5;
const TURNS = 2;

const today = (people: Person[]): Request[] =>
  people.map((person) => ({ method: 'GET', path: '/api/v1/today', headers: headersOf(person) }));

/** One word after the other, for a word said again changes nothing. */
const checkIns = (people: Person[]): Request[] =>
  ['completed', 'skipped'].flatMap((status) =>
    people.map((person) => ({
      method: 'PUT',
      path: `/api/v1/occurrences/${person.occurrenceId}/check-in`,
      headers: headersOf(person),
      body: JSON.stringify({ status }),
    })),
  );

function headersOf({ token }: Person): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
}

export interface Loaded {
  perSecond: number;
  /** In ms. */
  p99: number;
}

/** `GET /today` of people with ten habits and ninety days behind them. */
export function measureToday(ground: Ground, profile?: string): Promise<Figure[]> {
  return measure(ground, { name: 'GET /today', database: 'today', aim: 0.4, requestsOf: today, profile });
}

/** `PUT …/check-in`, each time another word than the last. */
export function measureCheckIn(ground: Ground, profile?: string): Promise<Figure[]> {
  return measure(ground, { name: 'PUT …/check-in', database: 'check_in', requestsOf: checkIns, profile });
}

interface Plan {
  name: string;
  database: string;
  aim?: number;
  requestsOf: (people: Person[]) => Request[];
  profile?: string;
}

async function measure(ground: Ground, plan: Plan): Promise<Figure[]> {
  const url = await ground.database(plan.database);
  const people = await seedPeople(ground, url, PEOPLE);
  const servers = [await Server.floor(url), await Server.product(url, plan.profile)] as const;
  try {
    const [floor, product] = await inTurns(servers, people, plan.requestsOf);
    return [
      muchIsGood({ name: plan.name, unit: '/s', product: product.perSecond, floor: floor.perSecond, aim: plan.aim }),
      littleIsGood({ name: `${plan.name}, p99`, unit: 'ms', product: product.p99, floor: floor.p99 }),
    ];
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function inTurns(servers: readonly [Server, Server], people: Person[], requestsOf: Plan['requestsOf']) {
  const runs: [Loaded[], Loaded[]] = [[], []];
  for (const server of servers) await load(server.origin, people, requestsOf, WARM_UP);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [side, { origin }] of servers.entries()) runs[side]!.push(await load(origin, people, requestsOf, TURN));
  }
  return runs.map(together) as [Loaded, Loaded];
}

function together(runs: Loaded[]): Loaded {
  const perSecond = runs.reduce((sum, run) => sum + run.perSecond, 0) / runs.length;
  return { perSecond, p99: median(runs.map(({ p99 }) => p99)) };
}

async function load(url: string, people: Person[], requestsOf: Plan['requestsOf'], seconds: number): Promise<Loaded> {
  let connection = 0;
  const setupClient = (client: Client) => {
    const mine = connection++;
    client.setRequests(requestsOf(people.filter((_, index) => index % CONNECTIONS === mine)));
  };
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds, setupClient });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} answers of ${url} were not 2xx, and ${result.errors} requests failed.`);
  }
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 };
}
