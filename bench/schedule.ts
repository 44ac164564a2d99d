import { instantOf, type TimeZone, wallTimeAt } from '../src/kernel/local-time';
import { answerTo } from '../src/schedule/answer';
import { type Figure, median, muchIsGood } from './figure';

const ROUNDS = 5;

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Asia/Kolkata', 'UTC'];

const RULES = [
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3;COUNT=500',
  'FREQ=WEEKLY;BYDAY=MO,WE,FR',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261231',
  'FREQ=MONTHLY;BYMONTHDAY=1,15,-1',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU',
];

const TIMES = [['07:00'], ['00:30', '12:00', '21:15']];

/** Each rule at each zone, once and several times a day, over a year. */
const QUESTIONS = ZONES.flatMap((timeZone) =>
  RULES.flatMap((recurrence) =>
    TIMES.map((times) => ({
      schedule: { startDate: '2025-06-01', times, recurrence },
      timeZone,
      from: '2026-01-01T00:00:00Z',
      to: '2027-01-01T00:00:00Z',
    })),
  ),
);

/** Lines of `npm run schedule`, read, checked and answered, against Temporal that converts the same moments one by one. */
export async function measureSchedule(): Promise<Figure[]> {
  const moments = await answered();
  const wallTimes = moments.map(({ zone, instant }) => ({ zone, wall: wallTimeAt(instant, zone) }));
  const [product, floor]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    product.push(moments.length / (await seconds(answered)));
    floor.push(moments.length / (await seconds(() => wallTimes.map(({ wall, zone }) => instantOf(wall, zone)))));
  }
  const [told, converted] = [median(product), median(floor)];
  return [muchIsGood({ name: 'instants of schedules', unit: '/s', product: told, floor: converted })];
}

async function answered(): Promise<{ zone: TimeZone; instant: Date }[]> {
  const moments: { zone: TimeZone; instant: Date }[] = [];
  for (const question of QUESTIONS) {
    const answer = await answerTo(JSON.stringify(question));
    if ('error' in answer) throw new Error(answer.error.detail);
    for (const instant of answer.instants) moments.push({ zone: question.timeZone, instant });
  }
  return moments;
}

async function seconds(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
