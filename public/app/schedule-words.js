import { input, labelled } from './fields.js';
import { clearProblems, showProblems } from './form-problems.js';
import { fillSchedule, scheduleIn } from './schedule-fields.js';
import { schedulePreview } from './schedule-preview.js';

/**
 * A schedule in words, and the same in fields: whichever is written, the other follows, and the preview with them. Words that
 * are not understood leave the fields as they were, and are told at the words when the form is sent.
 */
export function scheduleInWords({ known, habitId, today, onFilled }) {
  const control = input('words', '/text', {
    maxlength: '500',
    placeholder: 'Mon, Wed and Fri at 07:00',
    value: known.text,
  });
  const field = labelled('When, in words', control, { hint: 'or choose below' });
  const preview = schedulePreview(take);
  let notUnderstood = null;

  function take({ problem = null, text, schedule }, asked) {
    const { form } = control;
    notUnderstood = asked.text ? problem : null;
    if (problem) return;
    if (!asked.text) control.value = text;
    else if (schedule) fillSchedule(form, withStartOf(form, schedule));
    onFilled();
  }

  /** A start the words do not name is today's; then the form's own stays. */
  function withStartOf(form, schedule) {
    const { startDate, exceptions } = { ...known, ...scheduleIn(form, known) };
    const isNamed = schedule.startDate !== today || schedule.recurrence === null;
    return { ...schedule, exceptions, startDate: isNamed ? schedule.startDate : startDate };
  }

  return {
    field,
    preview: preview.element,
    /** Something in the form was changed: the words, or one of the fields. */
    changed({ target }) {
      const words = control.value.trim();
      if (target === control && words) preview.follow({ text: words, habitId });
      else preview.follow({ schedule: scheduleIn(control.form, known), habitId });
    },
    /** Resolves when words and fields say the same. False: the words are not understood, and the form says so. */
    async agree() {
      await preview.settle();
      if (!notUnderstood) return true;
      clearProblems(control.form);
      showProblems(control.form, notUnderstood);
      return false;
    },
  };
}
