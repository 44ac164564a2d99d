import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import {
  days,
  type Habit,
  habitsOf,
  type Json,
  type Occurrence,
  occurrencesOf,
  plusDays,
  scores,
  TODAY,
  word,
} from './scripted-life';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

export interface Asked {
  method: string;
  path: string;
  body: string;
  headers: IncomingMessage['headers'];
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Json,
  ) {
    super(String(problem.detail));
  }
}

/**
 * The page with a life behind it that is set to the minute: a server that gives the answers of the API from a script. It proves
 * what the page shows and asks for; what the API really does is proved elsewhere.
 */
export class ScriptedApi {
  /** Everything but reading that the page asked for, the newest last. */
  readonly asked: Asked[] = [];
  /** What to refuse next, by method and path. */
  readonly refusals = new Map<string, { status: number; problem: Json }>();
  private habits: Habit[] = [];
  private answers = new Map<string, Partial<Occurrence>>();
  private words = new Map<string, Json[]>();
  private pause: Json | null = null;
  private feed: Json | null = null;
  private readonly server = createServer((request, response) => void this.serve(request, response));

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('No port.');
    return `http://127.0.0.1:${address.port}/`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** A fresh life. */
  begin(size: 'few' | 'many' | 'none'): void {
    this.habits = habitsOf(size);
    this.answers = new Map();
    this.words = new Map();
    this.pause = null;
    this.feed = null;
    this.asked.length = 0;
    this.refusals.clear();
  }

  /** The body of the newest request of that kind. */
  bodyOf(method: string, path: string): unknown {
    const asked = this.asked.findLast((one) => one.method === method && one.path === path);
    if (!asked)
      throw new Error(`Nobody asked ${method} ${path}, only ${this.asked.map((one) => `${one.method} ${one.path}`)}`);
    return asked.body ? JSON.parse(asked.body) : null;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://page');
    if (!url.pathname.startsWith('/api/v1/')) {
      await sendFile(url.pathname, response);
      return;
    }
    const path = decodeURIComponent(url.pathname.slice('/api/v1'.length));
    if (path === '/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': here\n\n');
      return;
    }
    const asked = { method: request.method ?? 'GET', path, body: await bodyOf(request), headers: request.headers };
    if (asked.method !== 'GET') this.asked.push(asked);
    try {
      sendJson(response, 200, this.answer(asked, url.searchParams));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      sendJson(response, refusal.status, refusal.problem);
    }
  }

  private answer({ method, path, body }: Asked, query: URLSearchParams): unknown {
    const refused = this.refusals.get(`${method} ${path}`);
    if (refused) throw new Refusal(refused.status, refused.problem);
    const json = (body.startsWith('{') ? JSON.parse(body) : {}) as Json;
    for (const [wanted, way] of this.ways(json, query)) {
      const [verb, pattern] = wanted.split(' ') as [string, string];
      const match = new RegExp(`^${pattern}$`).exec(path);
      if (verb === method && match) return way(...(match.slice(1) as [string, string, string]));
    }
    throw absent();
  }

  private ways(json: Json, query: URLSearchParams): [string, (...parts: string[]) => unknown][] {
    return [
      ['POST /auth/dev', () => session()],
      ['GET /me', () => ({ id: 'ada', email: 'ada@example.com', name: 'Ada', timeZone: 'UTC' })],
      ['GET /me/settings', () => SETTINGS],
      ['PATCH /me/settings', () => ({ ...SETTINGS, ...json })],
      ['GET /me/suppression', () => ({ suppressed: false })],
      ['GET /notifications', () => ({ items: [], nextCursor: null })],
      ['GET /calls', () => ({ items: [], nextCursor: null })],
      ['GET /today', () => this.today()],
      [
        'GET /upcoming',
        () => ({ timeZone: 'UTC', items: this.between(TODAY, plusDays(TODAY, Number(query.get('days')))) }),
      ],
      ['GET /calendar/(.+)', (month) => this.calendar(month!)],
      ['GET /occurrences', () => ({ items: this.between(query.get('from')!, query.get('to')!) })],
      ['GET /streaks', () => this.streaks()],
      ['POST /me/streak-reset', () => null],
      ['GET /me/pause', () => this.pause ?? { paused: false, since: null, resumesOn: null }],
      [
        'PUT /me/pause',
        () => this.setPause({ paused: true, since: '2026-11-25T11:00:00Z', resumesOn: json.resumesOn }),
      ],
      ['DELETE /me/pause', () => this.setPause(null)],
      ['GET /me/calendar-feed', () => this.feed ?? refuse()],
      ['POST /me/calendar-feed', () => this.makeFeed()],
      ['DELETE /me/calendar-feed', () => this.setFeed(null)],
      ['POST /imports/(loop|habitica|csv)', (source) => importOf(source!, null)],
      ['POST /imports/i1/apply', () => importOf('csv', '2026-11-25T11:00:00Z')],
      ['POST /habits/preview', () => preview(json)],
      ['GET /habits', () => ({ items: this.habits, nextCursor: null })],
      ['POST /habits', () => this.create(json)],
      ['GET /habits/([^/]+)', (id) => this.habit(id!)],
      ['PATCH /habits/([^/]+)', (id) => Object.assign(this.habit(id!), json)],
      ['DELETE /habits/([^/]+)', (id) => this.forget(id!)],
      ['PUT /habits/([^/]+)/archive', (id) => Object.assign(this.habit(id!), { status: 'archived' })],
      ['DELETE /habits/([^/]+)/archive', (id) => Object.assign(this.habit(id!), { status: 'active' })],
      ['PUT /habits/([^/]+)/pause', (id) => this.rest(id!, json)],
      ['DELETE /habits/([^/]+)/pause', (id) => Object.assign(this.habit(id!), { status: 'active', pause: null })],
      ['GET /habits/([^/]+)/streak', (id) => ({ ...this.streakOf(this.habit(id!)), scores: scores(170) })],
      ['GET /habits/([^/]+)/occurrences', (id) => ({ items: this.between(query.get('from')!, query.get('to')!, id) })],
      [
        'PUT /habits/([^/]+)/days/([^/]+)/([^/]+)/check-in',
        (id, day, time) => this.say(`${id}-${day}-${time!.replace(':', '')}`, json),
      ],
      ['PUT /occurrences/([^/]+)/check-in', (id) => this.say(id!, json)],
      ['DELETE /occurrences/([^/]+)/check-in', (id) => this.takeBack(id!)],
      ['POST /occurrences/([^/]+)/progress', (id) => this.add(id!, Number(json.quantity))],
      ['GET /occurrences/([^/]+)/check-ins', (id) => ({ items: this.words.get(id!) ?? [] })],
      [
        'GET /occurrences/([^/]+)/timeline',
        () => ({ items: [{ at: `${TODAY}T07:00:00Z`, kind: 'planned', text: 'It was due.' }] }),
      ],
    ];
  }

  private today(): Json {
    const active = this.habits.filter(({ status }) => status === 'active');
    const items = active.flatMap((habit) =>
      this.between(TODAY, TODAY, habit.id).map((occurrence) => ({ occurrence, habit })),
    );
    return { day: TODAY, timeZone: 'UTC', items };
  }

  private between(from: string, to: string, habitId: string | null = null): Occurrence[] {
    return this.habits
      .filter(({ id, status }) => (habitId ? id === habitId : status === 'active'))
      .flatMap((habit) => occurrencesOf(habit, from > '2026-06-01' ? from : '2026-06-01', to))
      .map((occurrence) => ({ ...occurrence, ...this.answers.get(occurrence.id ?? '') }));
  }

  private calendar(month: string): Json {
    const last = plusDays(`${plusDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
    return { month, days: days(`${month}-01`, last).map((day) => this.dayOf(day)) };
  }

  private dayOf(day: string): Json {
    const occurrences = this.between(day, day);
    const ofHabits = Object.entries(Object.groupBy(occurrences, ({ habitId }) => habitId));
    return { day, ...sumOf(occurrences), habits: ofHabits.map(([habitId, its]) => ({ habitId, ...sumOf(its ?? []) })) };
  }

  private streaks(): Json {
    const overall = { current: 9, longest: 31, startedOn: '2026-11-16', nextMilestone: 14, toNextMilestone: 5 };
    const freezes = { enabled: true, held: 1, usedOn: ['2026-11-08'] };
    return { items: this.habits.map((habit) => this.streakOf(habit)), overall: { ...overall, freezes } };
  }

  private streakOf({ id, streak, score }: Habit): Json {
    return { habitId: id, ...(streak as Json), startedOn: '2026-11-13', nextMilestone: 14, toNextMilestone: 2, score };
  }

  private setPause(pause: Json | null): Json | null {
    this.pause = pause;
    for (const habit of this.habits) {
      if (habit.status === 'archived') continue;
      Object.assign(habit, { status: pause ? 'paused' : 'active', pause: pause && { of: 'everything', ...pause } });
    }
    return pause;
  }

  private makeFeed(): Json {
    this.setFeed({ createdAt: '2026-11-25T11:00:00Z', lastReadAt: null });
    return { url: 'https://callivate.example/api/v1/calendar.ics?token=3f9c2a', createdAt: '2026-11-25T11:00:00Z' };
  }

  private setFeed(feed: Json | null): null {
    this.feed = feed;
    return null;
  }

  private create(json: Json): Json {
    const habit = { ...habitsOf('few')[0]!, ...json, id: `${this.habits.length + 1}` } as Habit;
    this.habits.push(habit);
    return habit;
  }

  private habit(id: string): Habit {
    return this.habits.find((habit) => habit.id === id) ?? refuse();
  }

  private forget(id: string): null {
    this.habits = this.habits.filter((habit) => habit.id !== id);
    return null;
  }

  private rest(id: string, { resumesOn = null }: Json): Json {
    return Object.assign(this.habit(id), {
      status: 'paused',
      pause: { of: 'habit', since: '2026-11-25T11:00:00Z', resumesOn },
    });
  }

  private say(id: string, json: Json): Json {
    const status = String(json.status ?? 'completed');
    const said = word(status, '2026-11-25T11:00:00Z', json);
    this.remember(id, { kind: 'check-in', total: null, ...said });
    this.answers.set(id, { status, checkIn: said, quantity: (json.quantity as number) ?? null });
    return said;
  }

  private takeBack(id: string): null {
    this.answers.set(id, { status: 'missed', checkIn: null });
    this.remember(id, { kind: 'taken-back', via: 'app', at: '2026-11-25T11:00:00Z', status: null });
    return null;
  }

  private remember(id: string, entry: Json): void {
    this.words.set(id, [...(this.words.get(id) ?? []), entry]);
  }

  private add(id: string, quantity: number): null {
    const known = this.between(TODAY, TODAY).find((occurrence) => occurrence.id === id)?.quantity ?? 0;
    const total = known + quantity;
    this.answers.set(id, { ...this.answers.get(id), quantity: total });
    const entry = { kind: 'progress', via: 'app', at: '2026-11-25T11:00:00Z', status: null };
    this.remember(id, { ...entry, quantity, total });
    return null;
  }
}

const SETTINGS = {
  ringOn: 'app',
  appRings: 'any-hour',
  callingWindow: { start: '08:00', end: '21:00', days: {} },
  followUpMinutes: 30,
  graceMinutes: 120,
  dayEndsAt: '00:00',
  timeFormat: '24h',
  language: 'en',
  silentUntil: null,
  defaultVoiceId: null,
  streakFreezes: true,
};

function session(): Json {
  return { accessToken: 'a', refreshToken: 'r', user: {} };
}

function sumOf(occurrences: Occurrence[]): Json {
  const count = (status: string) => occurrences.filter((one) => one.status === status).length;
  const [completed, skipped, missed] = [count('completed'), count('skipped'), count('missed')];
  const open = occurrences.length - completed - skipped - missed;
  return {
    status: statusOf({ completed, skipped, missed, open }),
    due: occurrences.length,
    completed,
    skipped,
    missed,
  };
}

function statusOf({ completed, skipped, missed, open }: Record<string, number>): string {
  if (open) return 'pending';
  if (completed && missed) return 'partial';
  if (completed) return 'completed';
  if (missed) return 'missed';
  return skipped ? 'skipped' : 'none';
}

/** Understands two sentences, and any schedule. */
function preview({ text, schedule }: Json): Json {
  const instants = ['2026-11-27T07:00:00Z', '2026-11-30T07:00:00Z', '2026-12-02T07:00:00Z'];
  const made = { startDate: TODAY, endDate: null, times: ['07:00'], timeZone: null, goal: null, exceptions: [] };
  if (schedule) return { instants, text: wordsFor(schedule as Json), schedule };
  if (text === 'Mon, Wed and Fri at 07:00')
    return { instants, text, schedule: { ...made, recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE,FR' } };
  if (text === 'last workday of the month at 17:00') {
    const recurrence = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1';
    return {
      instants,
      text: 'The last workday of every month at 17:00',
      schedule: { ...made, times: ['17:00'], recurrence },
    };
  }
  const errors = [
    { pointer: '/text', message: 'This is not a schedule yet; say it like "Mon, Wed and Fri at 07:00".' },
  ];
  throw new Refusal(400, { detail: 'Something in the request is not right.', errors });
}

function wordsFor({ recurrence, times }: Json): string {
  const days = recurrence === 'FREQ=WEEKLY;BYDAY=MO,WE,FR' ? 'Mon, Wed and Fri' : 'Every day';
  return `${days} at ${(times as string[]).join(' and ')}`;
}

function importOf(source: string, appliedAt: string | null): Json {
  const one = {
    habitId: null,
    schedule: { text: 'Every day at 20:00' },
    from: '2025-01-04',
    to: '2026-11-24',
    remarks: [],
  };
  return {
    id: 'i1',
    source,
    appliedAt,
    habits: [
      { ...one, title: 'Meditate', completed: 301, skipped: 12, missed: 40 },
      { ...one, title: 'Read ten pages', habitId: '1', completed: 88, skipped: 0, missed: 2 },
    ],
    rejected: [{ file: 'Checkmarks.csv', row: 17, reason: '"2026-02-30" is not a date.' }],
  };
}

function absent(): Refusal {
  return new Refusal(404, { detail: 'There is no such thing.', code: 'not-found' });
}

function refuse(): never {
  throw absent();
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

function sendJson(response: ServerResponse, status: number, answer: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ETag: '"7"' }).end(JSON.stringify(answer));
}

/** As the app sends it: under the same policy of content. */
async function sendFile(path: string, response: ServerResponse): Promise<void> {
  const file = join('public', normalize(path === '/' ? '/index.html' : path));
  const content = await readFile(file).catch(() => null);
  const policy =
    "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; style-src 'self' 'unsafe-inline'";
  response
    .writeHead(content ? 200 : 404, {
      'Content-Type': TYPES[extname(file)] ?? 'text/plain',
      'Content-Security-Policy': policy,
    })
    .end(content ?? '');
}
