import { addDays, dayAt, type LocalDate, type LocalTime } from '../../../kernel/local-time';
import type { Found, FoundDay, FoundHabit, Today } from './found';
import { ruleOfDaily } from './habitica-rule';
import { instantIn, isRecord, numberOf, recordsIn, textIn } from './json';
import { cut, cutting, keyOf, LONGEST_NOTE, LONGEST_TITLE, noteOf, plain, quoted } from './text';

type Task = Record<string, unknown>;
type Reading = Pick<FoundHabit, 'rule' | 'told' | 'missed'> | string;

interface Reader {
  today: Today;
  /** Until then the night is still the day before. */
  dayStart: LocalTime;
  reject: (row: number | null, reason: string) => void;
}

/** Whether it is what Habitica calls user data. */
export function isHabitica(data: unknown): data is { tasks: Task } {
  return isRecord(data) && isRecord(data.tasks);
}

/** The user data of Habitica. What cannot be taken is in `rejected`. */
export function readHabitica(data: { tasks: Task }, today: Today): Found {
  const found: Found = { habits: [], rejected: [] };
  const dayStart = dayStartIn(data);
  const take = (kind: string, read: (task: Task, reader: Reader) => Reading) => {
    recordsIn(data.tasks[kind]).forEach((task, index) => {
      const file = `tasks.${kind}[${index}]`;
      const reject = (row: number | null, reason: string) => found.rejected.push({ file, row, reason });
      const habit = isRecord(task) ? habitOf(task, { file, row: null }) : 'It is no task.';
      const reading = typeof habit === 'string' ? habit : read(task as Task, { today, dayStart, reject });
      if (typeof habit === 'string' || typeof reading === 'string') {
        const name = isRecord(task) && textIn(task.text) ? `${quoted(textIn(task.text))}: ` : '';
        reject(null, `${name}${reading as string}`);
      } else found.habits.push({ ...habit, ...reading });
    });
  };
  take('dailys', readDaily);
  take('habits', readHabit);
  take('todos', readToDo);
  take('rewards', () => 'A reward is nothing to be asked about.');
  return found;
}

/** The hour at which Habitica lets a person's day begin. */
function dayStartIn(data: Record<string, unknown>): LocalTime {
  const hour = isRecord(data.preferences) ? numberOf(data.preferences.dayStart) : 0;
  return Number.isInteger(hour) && hour > 0 && hour < 24 ? `${String(hour).padStart(2, '0')}:00` : '00:00';
}

function habitOf(task: Task, place: FoundHabit['place']): Omit<FoundHabit, 'rule' | 'told' | 'missed'> | string {
  const name = plain(textIn(task.text)).replaceAll(/\s+/g, ' ');
  if (!name) return 'It has no name.';
  return {
    key: keyOf(textIn(task._id) || textIn(task.id) || name),
    title: cut(name, LONGEST_TITLE),
    description: noteOf(textIn(task.notes)),
    kind: 'yes-no',
    target: null,
    archived: false,
    silence: null,
    remarks: [cutting('name', name, LONGEST_TITLE), cutting('description', textIn(task.notes), LONGEST_NOTE)].filter(
      (one) => one !== null,
    ),
    place,
  };
}

/**
 * A daily is noted when it is ticked, on its own day, and when a day ends without it, on the day after. Who ticks
 * yesterday's in the morning gets two notes of one day: the first was meant for the day before.
 */
function readDaily(daily: Task, { today, dayStart, reject }: Reader): Reading {
  const rule = ruleOfDaily(daily, today.timeZone);
  if (typeof rule === 'string') return rule;
  const days = new Map<LocalDate, FoundDay['status']>();
  const dayOf = (date: Date) => dayAt(date, today.timeZone, dayStart);
  eachNote(daily, reject, (note, date, row) => {
    if (typeof note.completed !== 'boolean') return reject(row, `It does not say whether it was done.`);
    const day = note.completed ? dayOf(date) : addDays(dayOf(date), -1);
    if (day > today.day) return reject(row, `${day} lies in the future.`);
    if (!note.completed && note.isDue !== true) return undefined;
    const before = addDays(day, -1);
    if (days.get(day) === 'completed') {
      if (days.has(before)) return reject(row, `${day} is there twice: the first note counts.`);
      days.set(before, 'completed');
    }
    days.set(day, note.completed ? 'completed' : 'missed');
  });
  return { rule, told: toldOf(days, 'completed'), missed: datesOf(days, 'missed') };
}

/** A habit is never due in Habitica, so that nothing of it was ever missed; once in the period of its counter is enough. */
function readHabit(habit: Task, { today, dayStart, reject }: Reader): Reading {
  if (habit.up === false) return 'Only its minus counts: Callivate asks for what is to be done.';
  const days = new Map<LocalDate, FoundDay['status']>();
  eachNote(habit, reject, (note, date, row) => {
    const [up, down] = [numberOf(note.scoredUp), numberOf(note.scoredDown)];
    if (!(up > 0) && !(down > 0)) return reject(row, 'It does not say whether it was plus or minus.');
    const day = dayAt(date, today.timeZone, dayStart);
    if (day > today.day) return reject(row, `${day} lies in the future.`);
    if (days.get(day) !== 'completed') days.set(day, up > 0 ? 'completed' : 'missed');
  });
  const per = { weekly: 'week', monthly: 'month' }[textIn(habit.frequency)] as 'week' | 'month' | undefined;
  const goal = per ? { times: 1, per } : null;
  return {
    rule: { isNamed: true, startDate: null, recurrence: 'FREQ=DAILY', goal, times: [] },
    told: [...toldOf(days, 'completed'), ...toldOf(days, 'missed')],
    missed: [],
  };
}

/** What is still to be done on a day to come is asked for on that day. */
function readToDo(toDo: Task, { today }: Reader): Reading {
  if (toDo.completed === true) return 'The to-do is done: there is nothing left to ask.';
  const date = instantIn(toDo.date);
  if (!date) return 'The to-do has no date on which to ask.';
  const startDate = dayAt(date, today.timeZone, '00:00');
  if (startDate <= today.day) return `The to-do was for ${startDate}: choose a day to come and make it a habit.`;
  return { rule: { isNamed: true, startDate, recurrence: null, goal: null, times: [] }, told: [], missed: [] };
}

function eachNote(task: Task, reject: Reader['reject'], take: (note: Task, date: Date, row: number) => unknown): void {
  const notes = recordsIn(task.history).map((note, index) => ({
    row: index + 1,
    note: isRecord(note) ? note : {},
    date: isRecord(note) ? instantIn(note.date) : null,
  }));
  for (const { row } of notes.filter(({ date }) => !date)) reject(row, 'It has no date.');
  const dated = notes.filter((one): one is typeof one & { date: Date } => one.date !== null);
  for (const { note, date, row } of dated.toSorted((one, other) => one.date.getTime() - other.date.getTime())) {
    take(note, date, row);
  }
}

function toldOf(days: Map<LocalDate, FoundDay['status']>, status: FoundDay['status']): FoundDay[] {
  return datesOf(days, status).map((date) => ({
    row: null,
    date,
    time: null,
    status,
    quantity: null,
    reason: null,
    note: null,
  }));
}

function datesOf(days: Map<LocalDate, FoundDay['status']>, status: FoundDay['status']): LocalDate[] {
  return [...days].filter(([, one]) => one === status).map(([date]) => date);
}
