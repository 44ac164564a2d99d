/** So many habits that are not archived a person may have. */
export const MOST_HABITS = 200;

/** So much a numeric habit may ask of a day, and a day may come to, in whatever unit. */
export const LARGEST_NUMBER = 1_000_000_000;

/** So little a numeric habit may ask of a day, and progress may add to it. */
export const SMALLEST_NUMBER = 0.001;
