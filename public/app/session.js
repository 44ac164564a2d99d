import { Problem, readJson, send } from './http.js';

const KEY = 'callivate.session';
const endings = new Set();

/** The session of this browser, shared by its tabs; null when nobody is signed in. */
export function currentSession() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** The development sign-in: an address is enough. The zone goes along, because a habit at seven needs to know whose seven. */
export async function signIn({ email, name, timeZone }) {
  const body = { email, timeZone, ...(name ? { name } : {}) };
  keep(await readJson(await send('POST', '/auth/dev', { body })));
}

/** Signs in anew as the same person, for what asks for a fresh sign-in. The session before is of no use any more. */
export async function signInAgain(email) {
  const before = currentSession();
  keep(await readJson(await send('POST', '/auth/dev', { body: { email } })));
  await leave(before);
}

/**
 * A new access token in place of one that was refused. Refresh tokens work once, so the tabs of a browser queue here:
 * whoever comes second finds the first one's new token and uses that.
 */
export function renewSession(refusedToken) {
  return oneTabAtATime(async () => {
    const session = currentSession();
    if (!session) throw new Problem(401, null);
    if (session.accessToken !== refusedToken) return session;
    return keep(await refreshed(session.refreshToken));
  });
}

export async function signOut() {
  const session = currentSession();
  endSession();
  await leave(session);
}

/** Calls back when the session is over: signed out here, in another tab, or refused by the server. */
export function onSessionEnd(listener) {
  endings.add(listener);
}

window.addEventListener('storage', (event) => {
  if (event.key === KEY && event.newValue === null) tellEndings();
});

async function refreshed(refreshToken) {
  try {
    return await readJson(await send('POST', '/auth/refresh', { body: { refreshToken } }));
  } catch (problem) {
    if (problem.status === 400 || problem.status === 401 || problem.status === 403) endSession();
    throw problem;
  }
}

async function leave(session) {
  if (!session) return;
  const body = { refreshToken: session.refreshToken };
  await send('POST', '/auth/logout', { body, accessToken: session.accessToken }).catch(() => undefined);
}

function keep(session) {
  localStorage.setItem(KEY, JSON.stringify(session));
  return session;
}

function endSession() {
  localStorage.removeItem(KEY);
  tellEndings();
}

function tellEndings() {
  for (const listener of endings) listener();
}

/** Web Locks need a secure context; over plain http from another machine there is one queue per tab, and the server's grace for the parent token. */
function oneTabAtATime(work) {
  if (navigator.locks) return navigator.locks.request('callivate.refresh', work);
  queue = queue.then(work, work);
  return queue;
}

let queue = Promise.resolve();
