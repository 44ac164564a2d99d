/** So many habits that are not archived a person may have. */
export const MOST_HABITS = 200;
