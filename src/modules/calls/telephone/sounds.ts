import { Injectable } from '@nestjs/common';
import { spokenLanguage } from '../../../kernel/languages';
import { People } from '../../users';
import { voiceOf } from '../../voices';
import { Ringings } from '../ringings';
import type { Sound } from './twiml';

/** Twilio takes so many characters of hints, and pays less heed to each the more there are. */
const LONGEST_HINTS = 500;

const USUAL_ANSWERS = {
  en: 'yes,no,done,not yet,skip it,later,in twenty minutes,call me back,stop calling me,wrong number',
  de: 'ja,nein,erledigt,noch nicht,überspringen,später,in zwanzig Minuten,ruf mich zurück,nicht mehr anrufen,falsche Nummer',
};

/** How each call sounds: the voice that was chosen, and the words that are likely to be said. */
@Injectable()
export class Sounds {
  constructor(
    private readonly ringings: Ringings,
    private readonly people: People,
  ) {}

  async of(call: { id: string; userId: string }): Promise<Sound> {
    const [ringing] = await this.ringings.of([call.id]);
    const language = spokenLanguage((await this.people.profile(call.userId)).language);
    const { telephone } = voiceOf(ringing?.voice ?? null, null).languages[language];
    const titles = (ringing?.habits ?? []).map(({ title }) => title.replace(/[^\p{L}\p{N} ]/gu, ' ').trim());
    return { voice: telephone, hints: [USUAL_ANSWERS[language], ...titles].join(',').slice(0, LONGEST_HINTS) };
  }
}
