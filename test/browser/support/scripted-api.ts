import { absent, fitting, importOf, preview, Refusal, refuse, session, sumOf } from './scripted-answers';
import {
  days,
  type Habit,
  habitsOf,
  type Json,
  type Occurrence,
  occurrencesOf,
  plusDays,
  type Schedule,
  scores,
  TODAY,
  word,
} from './scripted-life';
import { ScriptedPerson } from './scripted-person';
import { type Asked, ScriptedServer } from './scripted-server';
import { ScriptedTelephone } from './scripted-telephone';
import { ScriptedVoices } from './scripted-voices';

/**
 * The page with a life behind it that is set to the minute: a server that gives the answers of the API from a script. It proves
 * what the page shows and asks for; what the API really does is proved elsewhere.
 */
export class ScriptedApi {
  /** What to refuse next, by method and path. */
  readonly refusals = new Map<string, { status: number; problem: Json }>();
  readonly voices = new ScriptedVoices();
  readonly telephone = new ScriptedTelephone();
  readonly person = new ScriptedPerson(this.telephone);
  private habits: Habit[] = [];
  private answers = new Map<string, Partial<Occurrence>>();
  private words = new Map<string, Json[]>();
  private pause: Json | null = null;
  readonly server = new ScriptedServer((asked, query) => this.answer(asked, query));

  start(): Promise<string> {
    return this.server.start();
  }

  stop(): void {
    this.server.stop();
  }

  get asked(): Asked[] {
    return this.server.asked;
  }

  /** A fresh life. */
  begin(size: 'few' | 'many' | 'none'): void {
    this.habits = habitsOf(size);
    this.answers = new Map();
    this.words = new Map();
    this.pause = null;
    this.voices.begin();
    this.telephone.begin();
    this.person.begin();
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
      ...this.voices.ways(json),
      ...this.telephone.ways(json),
      ...this.person.ways(json),
      ['POST /auth/dev', () => session()],
      ['GET /notifications', () => ({ items: [], nextCursor: null })],
      ['GET /today', () => this.today()],
      [
        'GET /upcoming',
        () => {
          const last = plusDays(TODAY, Number(query.get('days')));
          return {
            timeZone: 'UTC',
            items: this.between(TODAY, last, query.get('habitId') ?? undefined),
            nextCursor: null,
          };
        },
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
      ['POST /imports/(loop|habitica|csv)', (source) => importOf(source!, null)],
      ['POST /imports/i1/apply', () => importOf('csv', '2026-11-25T11:00:00Z')],
      ['POST /habits/preview', () => preview(json)],
      ['GET /habits', () => ({ items: this.habits, nextCursor: null })],
      ['POST /habits', () => this.create(json)],
      ['GET /habits/([^/]+)', (id) => this.habit(id!)],
      ['PATCH /habits/([^/]+)', (id) => this.edit(id!, json)],
      ['DELETE /habits/([^/]+)', (id) => this.forget(id!)],
      ['PUT /habits/([^/]+)/archive', (id) => Object.assign(this.habit(id!), { status: 'archived' })],
      ['DELETE /habits/([^/]+)/archive', (id) => Object.assign(this.habit(id!), { status: 'active' })],
      ['PUT /habits/([^/]+)/pause', (id) => this.rest(id!, json)],
      ['DELETE /habits/([^/]+)/pause', (id) => Object.assign(this.habit(id!), { status: 'active', pause: null })],
      ['GET /habits/([^/]+)/streak', (id) => ({ ...this.streakOf(this.habit(id!)), scores: scores(170) })],
      ['GET /habits/([^/]+)/memory', (id) => ({ habitId: id, memory: null })],
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

  private create(json: Json): Json {
    const habit = { ...habitsOf('few')[0]!, ...json, id: `${this.habits.length + 1}` } as Habit;
    this.habits.push(habit);
    return habit;
  }

  private edit(id: string, json: Json): Json {
    if (json.schedule) fitting(json.schedule as Schedule);
    return Object.assign(this.habit(id), json);
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
