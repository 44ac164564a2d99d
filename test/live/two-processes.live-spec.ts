import type { App } from './support/app';
import type { Events } from './support/events';
import { type Machine, onAMachine } from './support/machine';
import { Person } from './support/person';
import { nextMinute, reach, until } from './support/until';

/** By then, in ms after the minute, every second process has looked for work several times. */
const ALL_IS_QUIET = 5000;

/** Starts two apps on one database. */
type Pair = (machine: Machine) => Promise<[App, App]>;

describe('Two processes on one database', () => {
  it.concurrent('share one call and everybody is called once, both on the embedded PostgreSQL', () =>
    provenBy(async (machine) => [machine.start(), machine.start()]));

  it.concurrent('share one call and everybody is called once, one of them by DATABASE_URL', () =>
    provenBy(async (machine) => {
      const first = machine.start();
      await first.printedAddress();
      return [first, machine.start({ DATABASE_URL: machine.databaseUrl })];
    }));
});

function provenBy(pair: Pair): Promise<void> {
  return onAMachine(async (machine) => {
    const apps = await pair(machine);
    const people = await Promise.all(NAMES.map((name, index) => Person.signIn(apps[index % 2]!, name)));
    const ada = people[0]!;
    const minute = nextMinute();
    await Promise.all(people.map((person) => person.habit('Read', minute)));
    await ada.habit('Run', minute);
    const streams = await Promise.all(apps.map(async (app) => (await ada.at(app)).listen()));

    await Promise.all(streams.map((events) => events.ring()));
    await reach(new Date(minute.getTime() + ALL_IS_QUIET));
    expect(streams.map(titlesRung)).toEqual([[['Read', 'Run']], [['Read', 'Run']]]);
    for (const person of people) await isCalledOnce(person);
  });
}

const NAMES = ['Ada', 'Berta', 'Carla', 'Dora', 'Emma', 'Frida', 'Greta', 'Hanna', 'Ida', 'Johanna'];

/** Of every ring that came, what it was about. */
function titlesRung(events: Events): string[][] {
  return events.rings.map(({ data }) => data.habits!.map(({ title }) => title).sort());
}

async function isCalledOnce(person: Person): Promise<void> {
  const reached = async () => (await person.calls()).filter(({ ringingAt }) => ringingAt !== null);
  await until('a ring', async () => (await reached()).length > 0);
  expect(await person.calls()).toHaveLength(1);
}
