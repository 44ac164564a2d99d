import { Problem } from '../../kernel/problem';

export const telephoneNotAvailable = () =>
  new Problem(
    {
      code: 'telephone-not-available',
      status: 409,
      title: 'There is no telephone line',
      category: 'conflict',
      severity: 'low',
    },
    'This service has no telephone line yet: your calls ring in the app. Keep "ringOn" at "app".',
    [{ pointer: '/ringOn', message: 'Keep it at "app".' }],
  );
