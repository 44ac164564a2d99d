/**
 * Of what is said to disclose who calls, that it is an AI, and what becomes of the person's words. Kept with every call on a
 * telephone, as evidence of what was said in it: whoever changes those sentences makes it a new one (`version.spec.ts`).
 */
export const SCRIPT_VERSION = '2026-11-26';
