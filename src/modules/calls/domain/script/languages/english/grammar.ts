import type { Grammar } from '../../language';

export const grammar: Grammar = {
  counted: (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'}`,
  streak: (count, unit) => `${count}-${unit} streak`,
  severalHabits: (count) => `${count} of your habits`,
  quoted: (title) => `“${title}”`,
  namelessHabit: 'your habit',
};
