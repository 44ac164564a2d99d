import { Problem } from '../../kernel/problem';

export const timeZoneNeeded = () =>
  new Problem(
    {
      code: 'time-zone-needed',
      status: 409,
      title: 'Your time zone is not known',
      category: 'conflict',
      severity: 'low',
    },
    'Tell us where you live first: PATCH /api/v1/me {"timeZone": "Europe/Lisbon"}, or pin the habit\'s schedule to a zone.',
    [{ pointer: '/schedule/timeZone', message: 'Name an IANA time zone, or set one on your profile.' }],
  );

export const habitArchived = () =>
  new Problem(
    { code: 'habit-archived', status: 409, title: 'The habit is archived', category: 'conflict', severity: 'low' },
    'Take the habit out of the archive first.',
  );

export const tooEarly = () =>
  new Problem(
    { code: 'too-early', status: 409, title: 'Too early to check in', category: 'conflict', severity: 'low' },
    'A check-in may come at most 48 hours before its time.',
  );
