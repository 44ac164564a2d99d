import { changesAhead } from './exceptions.js';
import { input, labelled } from './fields.js';
import { clearProblems, showProblems } from './form-problems.js';
import { isAbout } from './occurrence-key.js';
import { fillSchedule, scheduleIn } from './schedule-fields.js';
import { schedulePreview } from './schedule-preview.js';

const UNSEEN = 'Not saved yet. Look below at what goes with this change, then save again.';

/**
 * A schedule in words, and the same in fields: whichever is written, the other follows, and the preview with them. Words that
 * are refused leave the fields as they were, and are told at the words when the form is sent. The single changes of `known`
 * that are still ahead stay, but for those that the schedule has no place for any more.
 */
export function scheduleInWords({ known, habitId, today, onFilled }) {
  const control = input('words', '/text', {
    maxlength: '500',
    placeholder: 'Mon, Wed and Fri at 07:00',
    value: known.text,
  });
  const field = labelled('When, in words', control, { hint: 'or choose below' });
  const preview = schedulePreview({ completed, onRead: take });
  let refusal = null;
  let said = [];
  let fitting = ahead();

  /** The single changes of before, and those that the words have named. */
  function ahead(named = said) {
    const isNamed = (exception) => named.some((other) => isAbout(other, exception));
    return [...changesAhead(known, today).filter((exception) => !isNamed(exception)), ...named];
  }

  /** A start the words do not name is today's; then the form's own stays. */
  function completed(schedule) {
    const isNamed = schedule.startDate !== today || schedule.recurrence === null;
    const startDate = isNamed ? schedule.startDate : scheduleIn(control.form, known).startDate;
    return { ...schedule, startDate, exceptions: ahead(changesAhead(schedule, today)) };
  }

  function take(answer, asked) {
    refusal = asked.text ? (answer.problem ?? null) : null;
    if (answer.problem) {
      fitting = ahead();
      return;
    }
    if (asked.text) {
      said = changesAhead({ ...answer.schedule, exceptions: answer.said }, today);
      fillSchedule(control.form, answer.schedule);
    } else control.value = answer.text;
    fitting = answer.schedule.exceptions;
    onFilled();
  }

  return {
    field,
    preview: preview.element,
    /** Something in the form was changed: the words, or one of the fields. */
    changed({ target }) {
      const words = control.value.trim();
      if (target === control && words) preview.follow({ text: words, habitId });
      else preview.follow({ schedule: { ...scheduleIn(control.form, known), exceptions: ahead() }, habitId });
    },
    /**
     * Resolves when words and fields say the same. False: the words are refused, or single changes go that nobody has seen
     * going, and the form says so.
     */
    async agree() {
      const seen = preview.goneWords;
      await preview.settle();
      const isUnseen = preview.goneWords !== '' && preview.goneWords !== seen;
      if (!refusal && !isUnseen) return true;
      clearProblems(control.form);
      showProblems(control.form, refusal ?? { message: UNSEEN });
      return false;
    },
    /** The schedule to save. */
    schedule: () => ({ ...scheduleIn(control.form, known), exceptions: fitting }),
  };
}
