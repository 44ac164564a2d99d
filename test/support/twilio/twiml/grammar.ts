/** What may stand in TwiML, of the verbs that are played here: attributes, and what may stand inside. */
export interface Rule {
  attributes: readonly string[];
  inside: readonly string[];
}

const SAID = ['Say', 'Play', 'Pause'] as const;
const SSML = ['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w'] as const;
const SSML_ATTRIBUTES = ['strength', 'time', 'level', 'xml:lang', 'alphabet', 'ph', 'volume', 'rate', 'pitch'] as const;

export const GRAMMAR: Record<string, Rule> = {
  Response: {
    attributes: [],
    inside: [...SAID, 'Hangup', 'Redirect', 'Gather', 'Connect', 'Reject', 'Message'],
  },
  Say: { attributes: ['voice', 'loop', 'language'], inside: SSML },
  Play: { attributes: ['loop', 'digits'], inside: [] },
  Pause: { attributes: ['length'], inside: [] },
  Hangup: { attributes: [], inside: [] },
  Reject: { attributes: ['reason'], inside: [] },
  Redirect: { attributes: ['method'], inside: [] },
  Gather: {
    attributes: [
      'input',
      'action',
      'method',
      'timeout',
      'speechTimeout',
      'maxSpeechTime',
      'profanityFilter',
      'finishOnKey',
      'numDigits',
      'hints',
      'language',
      'speechModel',
      'enhanced',
      'bargeIn',
      'actionOnEmptyResult',
    ],
    inside: SAID,
  },
  Connect: { attributes: ['action', 'method'], inside: ['ConversationRelay'] },
  ConversationRelay: {
    attributes: [
      'url',
      'welcomeGreeting',
      'welcomeGreetingInterruptible',
      'language',
      'ttsLanguage',
      'ttsProvider',
      'voice',
      'transcriptionLanguage',
      'transcriptionProvider',
      'speechModel',
      'interruptible',
      'interruptSensitivity',
      'dtmfDetection',
      'reportInputDuringAgentSpeech',
      'preemptible',
      'partialPrompts',
      'profanityFilter',
      'hints',
      'debug',
      'events',
      'elevenlabsTextNormalization',
      'intelligenceService',
      'backgroundnoisereduction',
      'deepgramsmartformat',
      'ignorebackchannel',
      'speechtimeout',
    ],
    inside: ['Parameter', 'Language'],
  },
  Parameter: { attributes: ['name', 'value'], inside: [] },
  Language: {
    attributes: ['code', 'ttsProvider', 'voice', 'transcriptionProvider', 'speechModel'],
    inside: [],
  },
  Message: { attributes: ['to', 'from', 'action', 'method', 'statusCallback'], inside: ['Body'] },
  Body: { attributes: [], inside: [] },
  ...Object.fromEntries(
    SSML.map((name) => [name, { attributes: [...SSML_ATTRIBUTES, 'alias', 'interpret-as', 'role'], inside: SSML }]),
  ),
};

/** Without these a verb is nothing. */
export const NEEDED: Record<string, string> = { ConversationRelay: 'url', Parameter: 'name', Language: 'code' };
