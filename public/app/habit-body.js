/** What the form says, as the API wants it. An edited habit keeps what the form does not show. */
export function habitBody(form, habit) {
  const data = new FormData(form);
  const kind = data.get('kind');
  return {
    title: data.get('title').trim(),
    kind,
    ...targetOf(data, kind, habit),
    schedule: {
      ...scheduleRest(habit, form, data),
      times: data.getAll('times'),
      recurrence: recurrenceOf(data, habit),
    },
    channel: data.get('channel'),
  };
}

/** The start may be chosen for a single date and is today for a new habit; an old habit keeps its own. */
function scheduleRest(habit, form, data) {
  const { text: _, ...kept } = habit?.schedule ?? { endDate: null, timeZone: null };
  const asksForDate = !habit || data.get('repeats') === 'once';
  const startDate = asksForDate ? data.get('startDate') || form.elements.startDate.defaultValue : kept.startDate;
  return { ...kept, startDate };
}

function targetOf(data, kind, habit) {
  if (kind !== 'numeric') return habit?.target ? { target: null } : {};
  const value = data.get('value');
  return {
    target: {
      value: value === '' ? null : Number(value),
      unit: data.get('unit').trim(),
      direction: data.get('direction'),
    },
  };
}

function recurrenceOf(data, habit) {
  switch (data.get('repeats')) {
    case 'daily':
      return 'FREQ=DAILY';
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${data.getAll('days').join(',')}`;
    case 'once':
      return null;
    default:
      return habit.schedule.recurrence;
  }
}
