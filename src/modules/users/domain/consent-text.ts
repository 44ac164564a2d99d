/** What is agreed to, word for word. Another text is another version: what somebody agreed to before stays what it was. */
export interface ConsentText {
  version: string;
  language: 'en' | 'de';
  text: string;
}

/**
 * It says who calls, that it is an artificial voice, when and where, that words are written down, what it may cost, and how to stop: what
 * makes an agreement to such calls one in the United States (47 CFR 64.1200(f)(9), FCC 24-17) and in Europe (GDPR Art. 7).
 */
const TEXTS: Record<ConsentText['language'], ConsentText> = {
  en: {
    version: 'calls-1-en',
    language: 'en',
    text: [
      'I agree that Callivate calls me at the telephone number I have verified, at the times of my habits and when I ask for it.',
      'The calls are made automatically and speak with an artificial voice: I talk to an AI.',
      'What is said in a call is written down, so that my answers can be kept; I can switch that off in the settings. Calls are not recorded.',
      'My carrier may charge me for calls and messages.',
      'I can stop the calls at any time: by saying “stop calling me”, by pressing 9 in a call, by texting STOP, or in the app.',
      'I can use Callivate without agreeing: then it rings in the app alone.',
    ].join('\n'),
  },
  de: {
    version: 'calls-1-de',
    language: 'de',
    text: [
      'Ich willige ein, dass Callivate mich unter der von mir bestätigten Telefonnummer anruft: zu den Zeiten meiner Gewohnheiten und wenn ich darum bitte.',
      'Die Anrufe werden automatisch geführt und sprechen mit künstlicher Stimme: Ich rede mit einer KI.',
      'Was in einem Anruf gesagt wird, wird aufgeschrieben, damit meine Antworten festgehalten werden können; das kann ich in den Einstellungen abschalten. Anrufe werden nicht aufgenommen.',
      'Mein Anbieter kann für Anrufe und Nachrichten Gebühren verlangen.',
      'Ich kann die Anrufe jederzeit beenden: mit „Ruf mich nicht mehr an“, mit der Taste 9, mit STOP als SMS oder in der App.',
      'Ich kann Callivate auch ohne diese Einwilligung nutzen: Dann klingelt es nur in der App.',
    ].join('\n'),
  },
};

/** In the language somebody is spoken to. */
export function consentText(language: ConsentText['language']): ConsentText {
  return TEXTS[language];
}

/** One of the texts that are shown now; nothing when there is none of that version. */
export function consentTextOf(version: string): ConsentText | undefined {
  return Object.values(TEXTS).find((text) => text.version === version);
}
