import { api } from './api.js';
import { clockTime, plural } from './format.js';
import { state } from './store.js';

const SETTLING_MS = 300;
const LOOKS_AT_SETTLING = 8;

const WORDS = {
  done: { title: 'Done', body: 'Well done. It is in your calendar.' },
  partly: { title: 'Partly done', body: 'Noted. Every bit counts.' },
  'not-done': { title: 'Not yet', body: 'No harm done. There is still time today.' },
  skip: { title: 'Skipped', body: 'Your streak is safe.' },
  later: { title: 'Later', body: 'Callivate will call you again.' },
  'stop-calling': { title: 'No more calls', body: 'Callivate will not call again until you allow it.' },
};

/** How a talk went, as the last screen of the call says it: {title, body, streak, tone}. */
export async function outcomeOf({ id }, reason) {
  const call = await settledCall(id);
  const meanings = (call?.results ?? []).map((result) => result.meaning).filter(Boolean);
  if (meanings.includes('done')) return celebration(call);
  const words = meanings.map((meaning) => WORDS[meaning]).find(Boolean);
  if (words) return { ...words, body: callBackIn(call) ?? words.body, streak: null, tone: 'calm' };
  if (reason) return dropped(reason);
  return { title: 'Thank you', body: 'That is all for now.', streak: null, tone: 'calm' };
}

function dropped(reason) {
  return { title: 'The line dropped', body: `What you said was kept. ${reason}`, streak: null, tone: 'bad' };
}

async function celebration(call) {
  const { items } = await api.get('/streaks').catch(() => ({ items: [] }));
  const done = new Set(call.habitIds ?? []);
  const streak = Math.max(0, ...items.filter(({ habitId }) => done.has(habitId)).map(({ current }) => current));
  if (streak === 0) return { ...WORDS.done, streak: null, tone: 'good' };
  const body = streak === 1 ? 'The first day of a new streak.' : `${plural(streak, 'day')} in a row. Keep it ringing.`;
  return { title: 'Done', body, streak, tone: 'good' };
}

/** The goodbye may overtake the settling of the call by a moment, so look a few times. */
async function settledCall(id) {
  for (let look = 0; look < LOOKS_AT_SETTLING; look += 1) {
    const call = await api.get(`/calls/${id}`).catch(() => null);
    if (!call || call.status === 'ended') return call;
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
  }
  return null;
}

/** When the person named a time, that is what they want to hear back. */
function callBackIn({ results }) {
  const at = results.map((result) => result.callBackAt).find(Boolean);
  return at ? `Callivate calls again at ${clockTime(at, state.me?.timeZone, state.settings?.timeFormat)}.` : null;
}
