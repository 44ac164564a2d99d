import { Injectable } from '@nestjs/common';
import { type SpokenLanguage, spokenLanguage } from '../../../kernel/languages';
import { People } from '../../users';
import { type Voice, voiceOf, voiceWith } from '../../voices';
import type { Briefing } from '../domain/conversation/conversation';
import { Ringings } from '../ringings';
import type { Sound } from './twiml';

/** Twilio takes so many characters of hints, and pays less heed to each the more there are. */
const LONGEST_HINTS = 500;

const USUAL_ANSWERS = {
  en: 'yes,no,done,not yet,skip it,later,in twenty minutes,call me back,stop calling me,wrong number',
  de: 'ja,nein,erledigt,noch nicht,überspringen,später,in zwanzig Minuten,ruf mich zurück,nicht mehr anrufen,falsche Nummer',
};

/** How a call sounds: the voice that was chosen, and the words that are likely to be said. */
@Injectable()
export class Sounds {
  constructor(
    private readonly ringings: Ringings,
    private readonly people: People,
  ) {}

  /** Before it is briefed. */
  async of(call: { id: string; userId: string }): Promise<Sound> {
    const [ringing] = await this.ringings.of([call.id]);
    const language = spokenLanguage((await this.people.profile(call.userId)).language);
    return soundOf(voiceOf(ringing?.voice ?? null, null), language, ringing?.habits ?? []);
  }

  /** Of one that is: a voice is known by how it speaks with people. */
  in({ persona, language, habits }: Pick<Briefing, 'persona' | 'language' | 'habits'>): Sound {
    return soundOf(voiceWith(persona ?? 'warm'), spokenLanguage(language), habits);
  }
}

function soundOf({ languages }: Voice, language: SpokenLanguage, habits: readonly { title: string }[]): Sound {
  const titles = habits.map(({ title }) => title.replace(/[^\p{L}\p{N} ]/gu, ' ').trim());
  const hints = [USUAL_ANSWERS[language], ...titles].join(',').slice(0, LONGEST_HINTS);
  return { voice: languages[language].telephone, hints };
}
