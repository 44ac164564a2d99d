import type { Grammar } from '../../language';

const ONE = { day: 'Tag', week: 'Woche', month: 'Monat' };
const MANY = { day: 'Tage', week: 'Wochen', month: 'Monate' };

export const grammar: Grammar = {
  counted: (count, unit) => `${count} ${count === 1 ? ONE[unit] : MANY[unit]}`,
  streak: (count, unit) => `${count}-${MANY[unit]}-Serie`,
  severalHabits: (count) => `${count} deiner Gewohnheiten`,
  quoted: (title) => `„${title}“`,
  namelessHabit: 'deine Gewohnheit',
};
