/** What the form says, and the schedule in it, as the API wants it. An edited habit keeps what the form does not show. */
export function habitBody(form, habit, schedule) {
  const data = new FormData(form);
  const kind = data.get('kind');
  return {
    title: data.get('title').trim(),
    kind,
    ...targetOf(data, kind, habit),
    schedule,
    channel: data.get('channel'),
    ...(data.has('voiceId') ? { voiceId: data.get('voiceId') || null } : {}),
  };
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
