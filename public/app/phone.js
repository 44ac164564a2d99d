import { sayAtOnce, sayPolitely, toastProblem } from './announce.js';
import { api } from './api.js';
import { callScreen as screen } from './call-screen.js';
import { Conversation } from './conversation.js';
import { inSeries } from './format.js';
import { refreshSoon } from './loading.js';
import { outcomeOf } from './outcome.js';
import { hasTheBell, onBell } from './ring-leader.js';
import { startRinging } from './ringtone.js';
import { flashTitle } from './tab-title.js';
import { stopPreview } from './voice-preview.js';
import { voiceById } from './voices.js';

/** A ring that its server forgot to end (the page lost its connection, say) ends by itself after this much grace. */
const GRACE_AFTER_EXPIRY_MS = 2_000;
const USUAL_RING_MS = 30_000;
/** A ring answered elsewhere at once is still seen: long enough to be understood, short enough not to be in the way. */
const SHORTEST_RING_MS = 300;

/** The call this tab shows, or null: {id, about, voice, phase: 'ringing' | 'connecting' | 'talking' | 'ended', …}. */
let call = null;

/** A call rings. Every tab shows it, the one with the bell sounds it. */
export function ring({ callId, habits, voice, expiresAt, at }) {
  if (call?.id === callId || (call && call.phase !== 'ended' && call.phase !== 'ringing')) return;
  stopRinging();
  stopPreview();
  const about = inSeries(habits.map((habit) => habit.title)) || 'A test call';
  call = { id: callId, about, voice: voiceById(voice), phase: 'ringing', since: performance.now(), stops: [] };
  call.stops.push(flashTitle(`● ${about}: Callivate calls`), soundIfOurs());
  const silentAt = setTimeout(() => void reconcile(callId), ringMs(expiresAt, at) + GRACE_AFTER_EXPIRY_MS);
  call.stops.push(() => clearTimeout(silentAt));
  screen.showRinging({ about, voice: call.voice?.name ?? null }, { answer, decline, silence });
  sayAtOnce(`Incoming call from Callivate about ${about}. Answer or decline.`);
}

/** News about a call, perhaps from another tab or device: a ring answered there stops here. */
export function callChanged({ callId, status, ending }) {
  refreshSoon('calls');
  if (call?.id !== callId || call.phase !== 'ringing') return;
  if (status === 'ringing' || status === 'dialing' || status === 'queued') return;
  const wait = Math.max(0, SHORTEST_RING_MS - (performance.now() - call.since));
  setTimeout(() => leaveRing(callId, status === 'ended' ? ending : 'answered-elsewhere'), wait);
}

/** After a lost connection the news of the end may be lost too: ask once. */
export async function checkRing() {
  if (call?.phase === 'ringing') await reconcile(call.id);
}

/** The person is gone from this browser: nothing of theirs may go on ringing or talking. */
export function putDown() {
  stopRinging();
  call?.conversation?.hangUp();
  call = null;
  screen.close();
}

onBell(() => {
  if (call?.phase === 'ringing') call.stops.push(soundIfOurs());
});

async function answer() {
  if (call?.phase !== 'ringing') return;
  const answered = call;
  answered.phase = 'connecting';
  stopRinging();
  screen.showConnecting();
  try {
    const { relayUrl } = await api.post(`/calls/${answered.id}/answer`);
    talk(answered, relayUrl);
  } catch (problem) {
    leave(answered, problem.status === 409 ? 'This call was answered somewhere else.' : problem.message);
  }
}

function talk(answered, relayUrl) {
  answered.phase = 'talking';
  screen.showTalking(answered.voice?.name ?? null, {
    say: (words) => answered.conversation.answer(words),
    begin: (words) => answered.conversation.beginAnswer(words),
    press: (digit) => answered.conversation.press(digit),
    listen: () => answered.conversation.toggleListening(),
    mute: () => answered.conversation.toggleMuted(),
    cutIn: () => answered.conversation.cutIn(),
    hangUp: () => answered.conversation.hangUp(),
  });
  answered.conversation = new Conversation({
    callId: answered.id,
    relayUrl,
    voice: answered.voice,
    screen,
    onOver: (reason) => void showOutcome(answered, reason),
  });
  screen.showMuted(answered.conversation.isMuted);
}

async function decline() {
  if (call?.phase !== 'ringing') return;
  const declined = call;
  leave(declined, null);
  sayPolitely('Declined.');
  await api.post(`/calls/${declined.id}/decline`).catch((problem) => {
    if (problem.status !== 409) toastProblem(problem);
  });
}

/** Quiet, but still ringing: the call can be answered as long as it lasts. */
function silence() {
  stopRinging();
  screen.showSilenced();
}

async function showOutcome(answered, reason) {
  if (call !== answered) return;
  answered.phase = 'ended';
  const outcome = await outcomeOf(answered, reason);
  if (call !== answered) return;
  screen.showOutcome(outcome, { close: () => leave(answered, null) });
  sayPolitely(`${outcome.title}. ${outcome.body}`);
  refreshSoon('day', 'habits', 'calendar', 'calls');
}

async function reconcile(callId) {
  const { status, ending } = await api.get(`/calls/${callId}`).catch(() => ({ status: 'ended', ending: 'no-answer' }));
  callChanged({ callId, status, ending });
}

function leaveRing(callId, ending) {
  if (call?.id !== callId || call.phase !== 'ringing') return;
  const wordsByEnding = { 'answered-elsewhere': 'Answered on another screen.', 'no-answer': 'The ringing stopped.' };
  leave(call, wordsByEnding[ending] ?? null);
}

function leave(left, words) {
  stopRinging();
  if (call === left) call = null;
  screen.close();
  if (words) sayPolitely(words);
}

function stopRinging() {
  for (const stop of call?.stops.splice(0) ?? []) stop();
}

function soundIfOurs() {
  return hasTheBell() ? startRinging() : () => undefined;
}

/** How long it may ring, measured on the server's clock alone: the browser's may be off by minutes. */
function ringMs(expiresAt, at) {
  const ms = expiresAt && at ? Date.parse(expiresAt) - Date.parse(at) : USUAL_RING_MS;
  return Number.isFinite(ms) && ms > 0 ? ms : USUAL_RING_MS;
}
