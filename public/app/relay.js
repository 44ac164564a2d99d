/**
 * The person's end of a ConversationRelay line: the same JSON messages Twilio speaks, over a WebSocket.
 * `onText({ token, last, lang })` for each piece of what is said, `onEnd()` when Callivate is done talking,
 * `onDrop(reason)` when the line breaks before that.
 */
export function openRelay({ relayUrl, callId, onText, onEnd, onDrop }) {
  const socket = new WebSocket(absolute(relayUrl));
  let over = false;
  const finish = (tell) => {
    if (over) return;
    over = true;
    tell();
  };
  socket.addEventListener('open', () => post(socket, setup(callId)));
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === 'text') onText(message);
    if (message.type === 'end') finish(onEnd);
  });
  socket.addEventListener('close', ({ reason }) => finish(() => onDrop(reason)));
  return {
    say: (words) => post(socket, { type: 'prompt', voicePrompt: words, lang: 'en-US', last: true }),
    hearing: (words) => post(socket, { type: 'prompt', voicePrompt: words, lang: 'en-US', last: false }),
    press: (digit) => post(socket, { type: 'dtmf', digit }),
    interrupt: (said, durationMs) =>
      post(socket, { type: 'interrupt', utteranceUntilInterrupt: said, durationUntilInterruptMs: durationMs }),
    hangUp: () => {
      over = true;
      socket.close(1000, 'hung up');
    },
  };
}

function setup(callId) {
  return {
    type: 'setup',
    sessionId: crypto.getRandomValues(new Uint32Array(4)).join('-'),
    callSid: callId,
    from: 'browser',
    to: 'callivate',
    direction: 'outbound',
    customParameters: {},
  };
}

function post(socket, message) {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

function absolute(relayUrl) {
  if (!relayUrl.startsWith('/')) return relayUrl;
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${relayUrl}`;
}
