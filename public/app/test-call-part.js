import { api } from './api.js';
import { callOutcome } from './call-outcome.js';
import { h } from './dom.js';

/** How often, and for how long at most, the call is looked at; in milliseconds. */
const LOOK_EVERY = 1500;
const LOOKS = 140;

/** Has the telephone ring once, and tells how it went. */
export function testCallPart(phone, { ringOn }) {
  const told = h('p', { class: 'hint', role: 'status' });
  const button = h(
    'button',
    { class: 'small', type: 'button', disabled: ringOn !== 'phone' },
    'Call my telephone to try it',
  );
  button.addEventListener('click', () => void tryOut(phone, button, told));
  return h('div', { class: 'stack' }, button, told);
}

async function tryOut(phone, button, told) {
  button.disabled = true;
  try {
    const { id } = await api.post('/me/test-call');
    told.textContent = `We are calling ${phone.number} …`;
    told.textContent = callOutcome(await ended(id, told));
  } catch (problem) {
    told.textContent = problem.message;
  }
  button.disabled = false;
}

/** The call once it is over, or as it stands when nobody looks any more. */
async function ended(id, told) {
  let call = await api.get(`/calls/${id}`);
  for (let look = 0; look < LOOKS && call.status !== 'ended' && told.isConnected; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    call = await api.get(`/calls/${id}`);
  }
  return call;
}
