import { toast, toastProblem } from './announce.js';
import { api } from './api.js';
import { watchCalls } from './call-watch.js';
import {
  aboutCall,
  costOfCall,
  durationOfCall,
  lineOfCall,
  meaningsOfCall,
  stateOfCall,
  wordsOfCall,
} from './call-words.js';
import { confirmed } from './confirm-dialog.js';
import { h, paint } from './dom.js';
import { dateAndTime, inSeries } from './format.js';
import { refreshSoon } from './loading.js';
import { settingChoice } from './setting-choice.js';
import { settingsSection } from './settings-section.js';
import { state } from './store.js';

const A_PAGE = 20;
const WORDS = { true: 'Kept for 90 days', false: 'Not kept' };

const CLEAR = {
  title: 'Clear the history of your calls?',
  words:
    'What was said in them is forgotten, and they are shown no more. What they marked stays marked. This cannot be undone.',
  yes: 'Clear it',
};

/** What became of each call, and what was said in it: the newest first, kept up to date while it is looked at. */
export function callsSection() {
  const place = h('div', { class: 'stack' });
  const list = { calls: [], nextCursor: null };
  const show = () => paint(place, content(list, show));
  watchCalls(place, (callId) => {
    if (place.closest('details').open) void takeIn(list, callId).then(show, () => undefined);
  });
  return settingsSection('calls', 'Calls so far', [place, wordsChoice()], () => {
    void readOn(Object.assign(list, { calls: [], nextCursor: null }))
      .then(show)
      .catch(toastProblem);
  });
}

function wordsChoice() {
  return [
    settingChoice('keepTranscripts', 'What is said in calls', WORDS, { said: () => 'Saved.' }),
    h('p', { class: 'hint' }, 'Where it is not kept, what it meant is: done, later, skip.'),
  ];
}

function content(list, show) {
  if (list.calls.length === 0) return h('p', { id: 'no-calls', class: 'hint' }, 'There were no calls yet.');
  const earlier = () => void readOn(list).then(show).catch(toastProblem);
  return [
    h('ol', { id: 'past-calls', class: 'past-calls' }, list.calls.map(item)),
    list.nextCursor ? button('earlier-calls', 'Earlier calls', 'small', earlier) : null,
    button('clear-calls', 'Clear call history…', 'quiet danger', () => void clear(list, show)),
  ];
}

function item(call) {
  const { me, settings } = state;
  const meanings = meaningsOfCall(call, me, settings);
  const facts = [lineOfCall(call), durationOfCall(call), costOfCall(call)].filter(Boolean);
  return h(
    'li',
    { id: `past-call-${call.id}`, class: 'past-call' },
    h(
      'time',
      { datetime: call.queuedAt },
      dateAndTime(call.dialedAt ?? call.queuedAt, me.timeZone, settings.timeFormat),
    ),
    h('p', {}, h('b', {}, aboutCall(call))),
    h('p', {}, stateOfCall(call), meanings.length > 0 ? ` Understood: ${inSeries(meanings)}.` : ''),
    h('p', { class: 'hint' }, facts.join(' · ')),
    wordsOfCall(call),
  );
}

async function readOn(list) {
  const cursor = list.nextCursor ? `&cursor=${encodeURIComponent(list.nextCursor)}` : '';
  const { items, nextCursor } = await api.get(`/calls?limit=${A_PAGE}${cursor}`);
  const known = new Set(list.calls.map(({ id }) => id));
  list.calls.push(...items.filter(({ id }) => !known.has(id)));
  list.nextCursor = nextCursor;
}

/** A call has gone on: it takes its place, or the first one if it is new. Where news may have been lost the first page is read again. */
async function takeIn(list, callId) {
  const news = callId ? [await api.find(`/calls/${callId}`)] : (await api.get(`/calls?limit=${A_PAGE}`)).items;
  for (const call of news.filter(Boolean).toReversed()) {
    const place = list.calls.findIndex(({ id }) => id === call.id);
    if (place >= 0) list.calls[place] = call;
    else list.calls.unshift(call);
  }
}

async function clear(list, show) {
  if (!(await confirmed(CLEAR))) return;
  try {
    await api.delete('/me/call-history');
    await readOn(Object.assign(list, { calls: [], nextCursor: null }));
    show();
    toast({ title: 'The history is cleared.' });
    refreshSoon('day', 'calls');
  } catch (problem) {
    toastProblem(problem);
  }
}

function button(id, words, look, onclick) {
  return h('button', { id, class: look, type: 'button', onclick }, words);
}
