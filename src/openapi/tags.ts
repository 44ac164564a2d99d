/** What the operations are grouped by, in the order a newcomer needs them. */
export const TAGS = [
  { name: 'sign-in', description: 'Getting, renewing and ending a session.' },
  { name: 'me', description: 'The person: profile, settings, and whether calls are stopped.' },
  { name: 'habits', description: 'What a person wants to do, and when.' },
  { name: 'days', description: 'What a habit asked for on a day, check-ins and streaks.' },
  { name: 'imports', description: 'Habits and past days that were kept in another program.' },
  { name: 'calls', description: 'Calls that ring, and what was said and understood.' },
  { name: 'voices', description: 'Those who call, and which of them a person wants.' },
  { name: 'push', description: 'Messages that were written instead of a call.' },
  { name: 'events', description: 'What happens, as it happens.' },
  { name: 'operations', description: 'For those who run the service.' },
  { name: 'Health', description: 'Whether a process may be sent work.' },
];
