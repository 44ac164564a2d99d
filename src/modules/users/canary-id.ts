/**
 * The person the service rings to see that it can (`modules/canary`). Known by its id everywhere, so that it is left out of
 * what is counted of people; its "address" is none, so that nobody can sign in as it.
 */
export const CANARY_ID = '00000000-0000-7000-8000-00000ca11a1e';
