import { Problem, problemKind } from '../../kernel/problem';

const TELEPHONE_NOT_AVAILABLE = problemKind({
  code: 'telephone-not-available',
  status: 409,
  title: 'There is no telephone line',
  category: 'conflict',
  remedy: 'Let calls ring in the app: keep the setting "ringOn" at "app".',
});

const PHONE_NOT_VERIFIED = problemKind({
  code: 'phone-not-verified',
  status: 409,
  title: 'No telephone number is verified',
  category: 'conflict',
  remedy: 'Verify a number first: PUT /me/phone, then POST /me/phone/verification with the code.',
});

const CONSENT_NEEDED = problemKind({
  code: 'consent-needed',
  status: 409,
  title: 'The person has not agreed to be called',
  category: 'conflict',
  remedy: 'Show the text of GET /consents/calls, and send its version to POST /me/consents when the person agrees.',
});

/** `pointer` names the field that asked for one, if any did. */
export const telephoneNotAvailable = (pointer?: string) =>
  new Problem(
    TELEPHONE_NOT_AVAILABLE,
    'This service has no telephone line: calls ring in the app.',
    pointer ? [{ pointer, message: 'There is no telephone line.' }] : [],
  );

export const phoneNotVerified = () =>
  new Problem(
    PHONE_NOT_VERIFIED,
    'Verify your telephone number first: we call no number that is not proven to be yours.',
  );

export const consentNeeded = () =>
  new Problem(CONSENT_NEEDED, 'Agree to be called first: we call nobody on the telephone who has not.');
