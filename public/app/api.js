import { readJson, send } from './http.js';
import { currentSession, renewSession } from './session.js';

export const api = {
  get: (path) => ask('GET', path),
  post: (path, body) => ask('POST', path, body),
  put: (path, body) => ask('PUT', path, body),
  patch: (path, body) => ask('PATCH', path, body),
  delete: (path) => ask('DELETE', path),
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

async function ask(method, path, body) {
  return readJson(await sendSignedIn(method, path, { body }));
}
