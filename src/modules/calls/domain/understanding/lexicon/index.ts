/**
 * Every English word the rules know; the sentences we say are in script/english.ts. Another language brings a
 * folder like this one. Words are lower case and as `tokens.ts` leaves them: contractions spelled out.
 */
export * from './numbers';
export * from './times';
export * from './words';
