import { api } from './api.js';
import { misfitsIn } from './exceptions.js';

const COUNT = 3;

/**
 * The server's reading of `asked`, {schedule, habitId} or {text, habitId}: {text, instants, schedule}, the schedule without
 * those of its single changes that do not fit it, and these `misfits`. What is said in words is `completed` by what the words
 * leave open, and `said` holds the single changes that they name themselves.
 */
export async function readSchedule(asked, completed) {
  if (!asked.text) return readFitting(asked);
  const heard = await preview(asked);
  const said = heard.schedule.exceptions;
  const schedule = completed(heard.schedule);
  if (schedule.exceptions.length === said.length) return { ...heard, schedule, misfits: [], said };
  return { ...(await readFitting({ schedule, habitId: asked.habitId })), said };
}

async function readFitting({ schedule, habitId }, misfits = []) {
  try {
    return { ...(await preview({ schedule, habitId })), misfits };
  } catch (problem) {
    const found = misfitsIn(problem, schedule.exceptions);
    if (found.length === 0) throw problem;
    const exceptions = schedule.exceptions.filter((exception) => found.every(({ change }) => change !== exception));
    return readFitting({ schedule: { ...schedule, exceptions }, habitId }, [...misfits, ...found]);
  }
}

function preview(asked) {
  return api.post('/habits/preview', { ...asked, count: COUNT });
}
