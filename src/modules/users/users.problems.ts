import { Problem, problemKind } from '../../kernel/problem';

const TELEPHONE_NOT_AVAILABLE = problemKind({
  code: 'telephone-not-available',
  status: 409,
  title: 'There is no telephone line',
  category: 'conflict',
  remedy: 'Let calls ring in the app: keep the setting "ringOn" at "app".',
});

export const telephoneNotAvailable = () =>
  new Problem(
    TELEPHONE_NOT_AVAILABLE,
    'This service has no telephone line yet: your calls ring in the app. Keep "ringOn" at "app".',
    [{ pointer: '/ringOn', message: 'Keep it at "app".' }],
  );
