/**
 * Of all that is said in calls. It is stored with each call over the telephone, as proof of how it said who calls and that it is an AI:
 * whoever changes a sentence counts on.
 */
export const SCRIPT_VERSION = 'scripts-1';
