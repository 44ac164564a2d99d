import VoiceResponse from 'twilio/lib/twiml/VoiceResponse';
import { SPEECH_TAGS, type SpokenLanguage } from '../../../kernel/languages';
import type { TelephoneVoice } from '../../voices';

/** How a talk sounds, and what is likely to be said in it. */
export interface Sound {
  voice: TelephoneVoice;
  hints: string;
}

/** What is said in one turn: first what nobody can speak into, then the rest. */
export interface Said {
  first: string[];
  rest: string[];
}

/** Silence after which a turn is over though nothing was said, in seconds. */
export const TURN_SILENCE = 6;

/** Before the greeting somebody's hello is waited for no longer, in seconds. */
export const HELLO_SILENCE = 1;

/** Keys count even where words do not interrupt. The SDK takes it for a flag; to Twilio it says what is reported. */
const KEYS_AT_ANY_TIME: object = { reportInputDuringAgentSpeech: 'dtmf' };

/** Has the talk held over our WebSocket; what the relay's end is told to is asked what to do next. */
export function connectRelay(socketUrl: string, afterUrl: string, { voice, hints }: Sound): string {
  const response = new VoiceResponse();
  response.connect({ action: afterUrl, method: 'POST' }).conversationRelay({
    url: socketUrl,
    ttsProvider: voice.ttsProvider,
    voice: voice.voice,
    language: voice.language,
    interruptible: 'any',
    dtmfDetection: true,
    partialPrompts: true,
    profanityFilter: false,
    hints,
    ...KEYS_AT_ANY_TIME,
  });
  return response.toString();
}

/** Says what is to be said, and listens for words or a key: behind it, or into what is not said first. */
export function gather({ first, rest }: Said, turnUrl: string, { voice, hints }: Sound, silence: number): string {
  const response = new VoiceResponse();
  for (const sentence of first) response.say(speaking(voice), sentence);
  const listening = response.gather({
    input: ['speech', 'dtmf'],
    action: turnUrl,
    method: 'POST',
    actionOnEmptyResult: true,
    timeout: silence,
    speechTimeout: 'auto',
    numDigits: 1,
    profanityFilter: false,
    language: voice.language as 'en-US',
    hints,
  });
  for (const sentence of rest) listening.say(speaking(voice), sentence);
  return response.toString();
}

/** The last words, if there are any. */
export function sayAndHangUp({ first, rest }: Said, voice: TelephoneVoice): string {
  const response = new VoiceResponse();
  for (const sentence of [...first, ...rest]) response.say(speaking(voice), sentence);
  response.hangup();
  return response.toString();
}

/** One sentence to somebody of whom nothing is known but the language. */
export function tellAndHangUp(sentence: string, language: SpokenLanguage): string {
  const response = new VoiceResponse();
  response.say({ language: SPEECH_TAGS[language] as 'en-US' }, sentence);
  response.hangup();
  return response.toString();
}

export function hangUp(): string {
  const response = new VoiceResponse();
  response.hangup();
  return response.toString();
}

/** Goes on without a word. */
export function goOn(turnUrl: string): string {
  const response = new VoiceResponse();
  response.redirect({ method: 'POST' }, turnUrl);
  return response.toString();
}

/** A moment later the same is asked again: somebody else is at it. */
export function askAgain(turnUrl: string): string {
  const response = new VoiceResponse();
  response.pause({ length: 1 });
  response.redirect({ method: 'POST' }, turnUrl);
  return response.toString();
}

/** `<Say>` spells a voice with its maker before it. */
function speaking({ ttsProvider, voice, language }: TelephoneVoice) {
  const maker = ttsProvider === 'Google' ? 'Google' : 'Polly';
  return { voice: `${maker}.${voice}` as 'Polly.Joanna', language: language as 'en-US' };
}
