import { listenForActions } from './actions.js';
import { toast, toastProblem } from './announce.js';
import { bannersView } from './banners-view.js';
import { calendarView } from './calendar-view.js';
import { callHasGoneOn } from './call-watch.js';
import { comingView } from './coming-view.js';
import { dayView } from './day-view.js';
import { byId, h, paint } from './dom.js';
import { readNews } from './event-stream.js';
import { habitPage } from './habit-page.js';
import { habitsView } from './habits-view.js';
import { loadEverything, loadOpenHabit, loadSuppression, refreshSoon } from './loading.js';
import { messagesView } from './messages-view.js';
import { listenForMonthKeys } from './month-keys.js';
import { callChanged, checkRing, putDown, ring } from './phone.js';
import { queueForTheBell } from './ring-leader.js';
import { routeIn } from './routes.js';
import { currentSession, onSessionEnd } from './session.js';
import { signInView } from './sign-in-view.js';
import { isSoundUnlocked, onSoundUnlocked, unlockSoundOnFirstTouch } from './sound.js';
import { forgetEverything, onChange, state, update } from './store.js';
import { nameTab } from './tab-title.js';
import { topView } from './top-view.js';

/** What each news of the server changes on the page. */
const NEWS = {
  'call.ringing': ring,
  'call.updated': callNews,
  'occurrence.updated': () => refreshSoon('day', 'habits', 'calendar'),
  'habit.updated': () => refreshSoon('day', 'habits', 'calendar'),
  'streak.updated': () => refreshSoon('habits', 'calendar'),
  'notification.created': messageCame,
};

let stopNews = () => undefined;

queueForTheBell();
unlockSoundOnFirstTouch();
listenForActions();
listenForMonthKeys();
onSoundUnlocked(() => update({ soundLocked: false }));
onSessionEnd(showSignIn);
onChange(render);
document.addEventListener('visibilitychange', comeBack);
window.addEventListener('hashchange', () => void follow());
document.querySelector('.skip-link').addEventListener('click', skipToMain);
update({ route: routeIn(location.hash) });
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
  update({ route: routeIn(location.hash) });
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  for (const id of ['top', 'banners']) byId(id).replaceChildren();
  document.body.dataset.page = 'welcome';
  byId('main').replaceChildren(signInView(enter));
}

/** The address has changed: by a link, by Back, or by hand. Whoever cannot see it is taken to the new page's title. */
async function follow() {
  update({ route: routeIn(location.hash), openHabit: null, month: null, counting: null, correcting: null });
  closeSheets();
  if (!state.me) return;
  window.scrollTo(0, 0);
  refreshSoon('calendar');
  await loadOpenHabit().catch(toastProblem);
  byId('main').focus();
}

function closeSheets() {
  for (const dialog of document.querySelectorAll('dialog.sheet[open]')) dialog.close();
}

/** The address stays what it is: in it a hash is a page. */
function skipToMain(event) {
  event.preventDefault();
  byId('main').focus();
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
  const { page } = state.route;
  document.body.dataset.page = page;
  nameTab(page === 'habit' ? state.openHabit?.habit?.title : null);
  paint(byId('top'), topView(state));
  paint(byId('banners'), bannersView(state));
  paint(byId('main'), page === 'habit' ? habitPage(state) : home());
}

function home() {
  return [
    h('div', { id: 'mainly', class: 'mainly' }, dayView(state), habitsView(state)),
    h('div', { id: 'beside', class: 'beside' }, calendarView(state), comingView(state), messagesView(state)),
  ];
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
  callHasGoneOn(null);
}

/** Key 9 and "stop calling me" end in a suppression: after each call the banner must tell the truth. */
function callNews(news) {
  callChanged(news);
  callHasGoneOn(news.callId);
  refreshSoon('day');
  if (news.status === 'ended') void loadSuppression().catch(() => undefined);
}

function messageCame({ title, body }) {
  toast({ title, body: body ?? '' });
  refreshSoon('messages');
}
