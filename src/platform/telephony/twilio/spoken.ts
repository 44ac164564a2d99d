import { SPEECH_TAGS, spokenLanguage } from '../../../kernel/languages';

/** Said to whoever picks up: after a moment, for first words are cut off, and once more, for a code is noted down. */
export function spoken(text: string, language: string): string {
  const say = `<Say language="${SPEECH_TAGS[spokenLanguage(language)]}">${escaped(text)}</Say>`;
  return `<Response><Pause length="1"/>${say}<Pause length="2"/>${say}</Response>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
