import { ALARMS } from '../../src/modules/calls/domain/understanding/meaning';
import { understand } from '../../src/modules/calls/domain/understanding/understand';
import { corpusOf, LANGUAGES, situationOf } from './corpus';
import { DANGER, HARMLESS, told } from './danger';

describe.each(LANGUAGES)('words of danger, in %s', (language) => {
  const situation = { ...situationOf(corpusOf(language)[0]!, language), asked: 'done?', numeric: false } as const;
  const heardAs = (heard: string) => understand(heard, { ...situation, habitTitle: undefined }).alarm;

  describe.each(ALARMS)('are those of %s', (alarm) => {
    describe.each(Object.entries(DANGER[language][alarm]))('of %s', (_, sentences) => {
      it.each(told(sentences))('%j', (heard) => {
        expect(heardAs(heard)).toBe(alarm);
      });
    });
  });

  describe('are not what sounds alike', () => {
    it.each(told(HARMLESS[language]))('%j', (heard) => {
      expect(heardAs(heard)).toBeUndefined();
    });
  });
});
