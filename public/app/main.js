import { listenForActions } from './actions.js';
import { toast } from './announce.js';
import { bannersView } from './banners-view.js';
import { calendarView } from './calendar-view.js';
import { dayView } from './day-view.js';
import { byId, h, paint } from './dom.js';
import { readNews } from './event-stream.js';
import { habitsView } from './habits-view.js';
import { loadEverything, loadSuppression, refreshSoon } from './loading.js';
import { messagesView } from './messages-view.js';
import { callChanged, checkRing, putDown, ring } from './phone.js';
import { queueForTheBell } from './ring-leader.js';
import { currentSession, onSessionEnd } from './session.js';
import { signInView } from './sign-in-view.js';
import { isSoundUnlocked, onSoundUnlocked, unlockSoundOnFirstTouch } from './sound.js';
import { forgetEverything, onChange, state, update } from './store.js';
import { topView } from './top-view.js';

/** What each news of the server changes on the page. */
const NEWS = {
  'call.ringing': ring,
  'call.updated': callNews,
  'occurrence.updated': () => refreshSoon('day', 'calendar'),
  'habit.updated': () => refreshSoon('day', 'habits', 'calendar'),
  'streak.updated': () => refreshSoon('habits', 'calendar'),
  'notification.created': messageCame,
};

let stopNews = () => undefined;

queueForTheBell();
unlockSoundOnFirstTouch();
listenForActions();
onSoundUnlocked(() => update({ soundLocked: false }));
onSessionEnd(showSignIn);
onChange(render);
document.addEventListener('visibilitychange', comeBack);
void start();

async function start() {
  if (!currentSession()) {
    showSignIn();
    return;
  }
  try {
    await openHouse();
  } catch (problem) {
    if (problem.status !== 401) showTrouble(problem);
  }
}

/** Straight from the sign-in: whoever cannot see the page change is taken to what is new. */
async function enter() {
  await openHouse();
  byId('main').focus();
}

/** From a session to a living page. */
async function openHouse() {
  await loadEverything();
  update({ soundLocked: !isSoundUnlocked() });
  stopNews();
  stopNews = readNews({ onNews: (name, data) => NEWS[name]?.(data), onConnection: connectionChanged });
}

function showSignIn() {
  stopNews();
  putDown();
  forgetEverything();
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  for (const id of ['top', 'banners']) byId(id).replaceChildren();
  document.body.dataset.page = 'welcome';
  byId('main').replaceChildren(signInView(enter));
}

function showTrouble(problem) {
  document.body.dataset.page = 'trouble';
  byId('main').replaceChildren(
    h(
      'div',
      { class: 'empty', role: 'alert' },
      h('h1', {}, 'No connection'),
      h('p', {}, problem.message),
      h('button', { class: 'primary', type: 'button', onclick: () => void start() }, 'Try again'),
    ),
  );
}

function render() {
  if (!state.me || !state.today || !state.settings) return;
  document.body.dataset.page = 'home';
  paint(byId('top'), topView(state));
  paint(byId('banners'), bannersView(state));
  const beside = h(
    'div',
    { id: 'beside', class: 'beside' },
    [calendarView(state), messagesView(state)].filter(Boolean),
  );
  const mainly = h('div', { id: 'mainly', class: 'mainly' }, dayView(state), habitsView(state));
  paint(byId('main'), mainly, beside);
}

/** A connection that was lost may have lost news: everything is read again. */
function connectionChanged(connection) {
  const isBack = connection === 'open' && state.connection === 'lost';
  update({ connection });
  if (isBack) comeBack();
}

function comeBack() {
  if (document.hidden || !state.me) return;
  refreshSoon('day', 'habits', 'calendar', 'messages', 'calls');
  void checkRing();
}

/** Key 9 and "stop calling me" end in a suppression: after each call the banner must tell the truth. */
function callNews(news) {
  callChanged(news);
  refreshSoon('day');
  if (news.status === 'ended') void loadSuppression().catch(() => undefined);
}

function messageCame({ title, body }) {
  toast({ title, body: body ?? '' });
  refreshSoon('messages');
}
