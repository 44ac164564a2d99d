import { Problem, type ProblemKind, problemKind } from '../../../kernel/problem';
import type { NumberRefusal } from '../../../platform/telephony';

const REFUSED: Record<NumberRefusal, ProblemKind> = {
  'not-a-number': problemKind({
    code: 'number-not-valid',
    status: 400,
    title: 'This is not a telephone number',
    category: 'validation',
    remedy: 'Give the number with its country code and without an extension, as +1 415 555 2671.',
  }),
  'country-not-allowed': problemKind({
    code: 'country-not-allowed',
    status: 400,
    title: 'We do not call this country',
    category: 'validation',
    remedy: 'Give a number of a country that is called from here (CALL_COUNTRIES), or let calls ring in the app.',
  }),
  'number-type-not-allowed': problemKind({
    code: 'number-type-not-allowed',
    status: 400,
    title: 'We do not call numbers of this kind',
    category: 'validation',
    remedy:
      'Give the number of a mobile or a fixed line: premium, toll-free, internet and other such numbers are not called.',
  }),
};

const CODE_WRONG = problemKind({
  code: 'code-wrong',
  status: 400,
  title: 'The code is not right',
  category: 'validation',
  remedy: 'Give the six digits of the last code that was sent. There are five tries.',
});

const CODE_VOID = problemKind({
  code: 'code-void',
  status: 409,
  title: 'There is no code to try',
  category: 'conflict',
  remedy: 'Ask for a new code by PUT /me/phone: the one before is too old, or was tried too often.',
});

const CODE_TOO_SOON = problemKind({
  code: 'code-too-soon',
  status: 429,
  title: 'No other code yet',
  category: 'rate-limit',
  retryable: true,
  remedy: 'Wait for the seconds named in "Retry-After". What was sent may still be on its way.',
});

const CODES_USED_UP = problemKind({
  code: 'codes-used-up',
  status: 429,
  title: 'No more codes to this number today',
  category: 'rate-limit',
  retryable: true,
  remedy: 'Ask again tomorrow: a number is sent few codes a day, so that nobody is pestered with them.',
});

const BUDGET_SPENT = problemKind({
  code: 'budget-spent',
  status: 429,
  title: 'The month has cost as much as it may',
  category: 'rate-limit',
  retryable: true,
  remedy: 'Ask again next month. Until then calls ring in the app.',
});

const CODE_NOT_SENT = problemKind({
  code: 'code-not-sent',
  status: 503,
  title: 'The code could not be sent',
  category: 'external-service',
  retryable: true,
  remedy:
    'Ask again in a moment, or by the other way: by "sms" or by "call". From a number that has texted STOP, START is to be texted first.',
});

const SENTENCES: Record<NumberRefusal, string> = {
  'not-a-number': 'This is not a telephone number: give it with its country code, as +1 415 555 2671.',
  'country-not-allowed': 'We do not call numbers of this country yet.',
  'number-type-not-allowed': 'We only call mobile and fixed-line numbers.',
};

export const numberNotAccepted = (refusal: NumberRefusal) =>
  new Problem(REFUSED[refusal], SENTENCES[refusal], [{ pointer: '/number', message: SENTENCES[refusal] }]);

export const codeWrong = (left: number) => {
  const rest = left === 1 ? 'One try is left.' : `${left} tries are left.`;
  return new Problem(CODE_WRONG, `This is not the code that was sent. ${rest}`, [
    { pointer: '/code', message: 'This is not the code that was sent.' },
  ]);
};

export const codeVoid = () =>
  new Problem(CODE_VOID, 'There is no code to try: it is too old, or was tried too often. Ask for a new one.');

export const codeTooSoon = (seconds: number) =>
  new Problem(CODE_TOO_SOON, `A code was sent a moment ago. You can ask for another in ${seconds} seconds.`, [], {
    headers: { 'Retry-After': String(seconds) },
  });

export const codesUsedUp = (seconds: number) =>
  new Problem(CODES_USED_UP, 'As many codes as may be were sent to this number today. Please try again tomorrow.', [], {
    headers: { 'Retry-After': String(seconds) },
  });

export const budgetSpent = (seconds: number) =>
  new Problem(
    BUDGET_SPENT,
    'Codes and calls have cost as much as they may this month. Please try again next month.',
    [],
    {
      headers: { 'Retry-After': String(seconds) },
    },
  );

/** The same whatever the reason: nobody learns here what others have done with the number. */
export const codeNotSent = () =>
  new Problem(
    CODE_NOT_SENT,
    'The code could not be sent. Please try again in a moment. If STOP was ever texted to us from this number, text START first.',
    [],
    { headers: { 'Retry-After': '10' } },
  );
