import { readJson, send } from './http.js';
import { currentSession, renewSession } from './session.js';

export const api = {
  get: (path) => ask('GET', path),
  post: (path, body) => ask('POST', path, { body }),
  put: (path, body) => ask('PUT', path, { body }),
  patch: (path, body) => ask('PATCH', path, { body }),
  delete: (path) => ask('DELETE', path),
  postFile: (path, content, type) => ask('POST', path, { file: { content, type } }),
  postOnce,
  find,
  change,
};

/** A request as the signed-in person. A refused token is renewed once; after that the refusal stands. */
export async function sendSignedIn(method, path, options = {}) {
  const accessToken = currentSession()?.accessToken;
  try {
    return await send(method, path, { ...options, accessToken });
  } catch (problem) {
    if (problem.status !== 401) throw problem;
    const renewed = await renewSession(accessToken);
    return send(method, path, { ...options, accessToken: renewed.accessToken });
  }
}

/** What is there, or null when there is none. */
async function find(path) {
  try {
    return await ask('GET', path);
  } catch (problem) {
    if (problem.status === 404) return null;
    throw problem;
  }
}

/** Reads, changes and writes back what `changed` makes of it, unless somebody else wrote in between: then the server says so. */
async function change(path, changed) {
  const response = await sendSignedIn('GET', path);
  const version = response.headers.get('ETag');
  const body = changed(await readJson(response));
  return ask('PATCH', path, { body, headers: version ? { 'If-Match': version } : {} });
}

const openKeys = new Map();

/** For what adds up. Pressed again after an answer that got lost, it goes under the same key, and counts once. */
async function postOnce(path, body) {
  const what = `${path} ${JSON.stringify(body)}`;
  if (!openKeys.has(what)) openKeys.set(what, newKey());
  try {
    const answer = await ask('POST', path, { body, headers: { 'Idempotency-Key': openKeys.get(what) } });
    openKeys.delete(what);
    return answer;
  } catch (problem) {
    if (problem.status >= 400 && problem.status < 500) openKeys.delete(what);
    throw problem;
  }
}

function newKey() {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16).padStart(8, '0')).join('');
}

async function ask(method, path, options) {
  return readJson(await sendSignedIn(method, path, options));
}
