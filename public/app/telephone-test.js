import { api } from './api.js';
import { watchCalls } from './call-watch.js';
import { durationOfCall, stateOfCall, telephoneWords } from './call-words.js';
import { h } from './dom.js';
import { instantForm } from './instant-form.js';
import { state } from './store.js';

/** A call that only shows how a call sounds, followed from the dial to its end. Where the app rings it shows itself. */
export function testCallPart() {
  if (state.settings.ringOn !== 'phone')
    return [h('p', { class: 'hint' }, 'Let calls ring on the telephone, and you can hear here how that is.')];
  const told = h('p', { id: 'test-call-state', role: 'status' });
  const following = { id: null, looks: Promise.resolve() };
  watchCalls(told, (callId) => {
    if (following.id && (callId === null || callId === following.id)) lookAgain(following, told);
  });
  return [
    instantForm(() => begin(following, told), h('button', { class: 'small', type: 'submit' }, 'Make a test call')),
    told,
  ];
}

/** News of it may come before the answer to the order itself: then it is looked at once more. */
async function begin(following, told) {
  following.id = null;
  told.replaceChildren();
  const call = await api.post('/me/test-call');
  following.id = call.id;
  tell(told, call);
  lookAgain(following, told);
}

/** One look after the other, so that an older one never overwrites a newer one. */
function lookAgain(following, told) {
  const { id } = following;
  following.looks = following.looks
    .then(() => api.get(`/calls/${id}`))
    .then((call) => (following.id === id ? tell(told, call) : undefined))
    .catch(() => undefined);
}

function tell(told, call) {
  const lasted = durationOfCall(call);
  const words =
    call.status === 'ended'
      ? `${call.refusal ? 'No call: ' : ''}${stateOfCall(call)}${lasted ? ` It lasted ${lasted}.` : ''}`
      : telephoneWords(call, state.me.phone);
  if (told.textContent !== words) told.replaceChildren(words);
}
