import {
  type Hearing,
  hearAdverb,
  hearAnyDay,
  hearCanceled,
  hearCount,
  hearDate,
  hearDaysOfYear,
  hearEach,
  hearEvery,
  hearEveryDayOfMonths,
  hearEveryNth,
  hearEveryOther,
  hearFrom,
  hearGoal,
  hearGoalByAdverb,
  hearMonthDays,
  hearMoved,
  hearNothing,
  hearNotOn,
  hearNthWeekdays,
  hearNthWeekend,
  hearOfTheMonth,
  hearOnce,
  hearPositionsInWeekdays,
  hearTimes,
  hearUntil,
  hearUntilTime,
  hearWeekdayRange,
  hearWeekdays,
  hearWeekStart,
  hearZone,
} from './hearing';
import {
  ANY_DATE,
  CLEAR_TIME,
  CLOCK_TIME,
  DAYS_OF_A_MONTH,
  FULL_DATE,
  listOf,
  MONTH,
  NUMBER,
  OF_MONTHS,
  ORDINAL,
  PLAIN_ORDINAL,
  TIME,
  TIMES,
  UNIT,
  WEEKDAY,
} from './word-patterns';

/** One kind of thing people say, where their words begin with it. */
interface Phrase {
  pattern: RegExp;
  hear: Hearing;
}

const ADVERB = 'daily|weekly|monthly|yearly|annually';
const NO_RANGE = `(?! ?(?:-|to|through|till|until) ?${WEEKDAY})`;
const WEEKDAY_LIST = `(?<days>${listOf(`(?:${WEEKDAY}|weekdays?|weekends?)${NO_RANGE}`)})`;
const WEEKDAYS_OF_A_MONTH = `(?<weekdays>${listOf(`${WEEKDAY}${NO_RANGE}`)})(?:${OF_MONTHS})?`;
const CANCELED = `${FULL_DATE}(?: at ${TIME})?(?! at ${TIME} instead| instead)`;
const ORDINAL_LIST = `(?<ordinals>${listOf(`(?:the )?${ORDINAL}`)})`;
const TIME_LIST = `at (?<times>${TIMES})|(?<clear>${CLEAR_TIME}(?: , (?:at )?${CLEAR_TIME})*)`;
const UNTIL = '(?:until|till|through|to)(?: on)?';
const EXCEPT = '(?:but )?(?:not|except)(?: on)?';
const INSTEAD_OF = ` of (?:(?<oldDate>${FULL_DATE})(?: at (?<oldTime>${TIME}))?|(?<sameDay>${TIME}))`;

/** The longer before the shorter that it begins with; what only joins others comes last. */
export const PHRASES: readonly Phrase[] = [
  phrase(`(?<times>${NUMBER}|once|twice)(?: times?| ?x)?(?: (?:a|per|every|each) | ?/ ?)(?<per>${UNIT})`, hearGoal),
  phrase(`(?<times>(?:${NUMBER})(?= times | ?x )|once|twice)(?: times| ?x)? (?<adverb>${ADVERB})`, hearGoalByAdverb),
  phrase(`(?<times>${NUMBER}) times?|on (?<days>${NUMBER}) days?`, hearCount),
  phrase(`(?:daily|(?:every|each) day)${OF_MONTHS}`, hearEveryDayOfMonths),
  phrase(`(?:every|each) (?:(?<nth>other|${PLAIN_ORDINAL}|${NUMBER}) )?(?<unit>${UNIT})s?(?! of)`, hearEvery),
  phrase(`every other(?= ${WEEKDAY})`, hearEveryOther),
  phrase(`(?<adverb>${ADVERB})`, hearAdverb),
  phrase('any day(?: of the (?:week|month))?', hearAnyDay),
  phrase('(?:of|in) (?:the|(?<each>every|each)|a) month', hearOfTheMonth),
  phrase(`(?:from|starting|beginning|since)(?: on)? (?<date>${ANY_DATE})`, hearFrom),
  phrase(`${UNTIL} (?<date>${FULL_DATE}) (?:at )?(?<time>${CLOCK_TIME}) (?<utc>utc)`, hearUntilTime),
  phrase(`${UNTIL} (?<date>${FULL_DATE}) (?<time>${CLOCK_TIME})(?! , (?:at )?${CLEAR_TIME})`, hearUntilTime),
  phrase(`${UNTIL} (?<date>${ANY_DATE})`, hearUntil),
  phrase(`(?<date>${FULL_DATE}) at (?<time>${TIME}) instead(?:${INSTEAD_OF})?`, hearMoved),
  phrase(`${EXCEPT} (?<dates>${listOf(CANCELED)})`, hearCanceled),
  phrase(`${EXCEPT} ${WEEKDAY_LIST}`, hearNotOn),
  phrase('once', hearOnce),
  phrase(`(?:the )?(?<date>${FULL_DATE})`, hearDate),
  phrase(`(?:the )?(?<year>${DAYS_OF_A_MONTH})(?! , ${MONTH}(?! \\d))`, hearDaysOfYear),
  phrase(`(?:every|each) (?:the )?(?<ordinals>${PLAIN_ORDINAL}) ${WEEKDAYS_OF_A_MONTH}`, hearEveryNth),
  phrase(`${ORDINAL_LIST} ${WEEKDAYS_OF_A_MONTH}`, hearNthWeekdays),
  phrase(`${ORDINAL_LIST} weekdays?`, hearPositionsInWeekdays),
  phrase(`${ORDINAL_LIST} weekends?`, hearNthWeekend),
  phrase(`${ORDINAL_LIST}(?: days?|(?! (?:the )?${ORDINAL}))(?:${OF_MONTHS})?`, hearMonthDays),
  phrase(`(?<first>${WEEKDAY}) ?(?:-|to|through|till|until) ?(?<last>${WEEKDAY})(?:${OF_MONTHS})?`, hearWeekdayRange),
  phrase(`(?:(?<each>every|each) )?${WEEKDAY_LIST}(?:${OF_MONTHS})?`, hearWeekdays),
  phrase(`(?:with )?weeks? (?:beginning|starting)(?: on)? (?<day>${WEEKDAY})`, hearWeekStart),
  phrase(TIME_LIST, hearTimes),
  phrase('\\((?<zone>[^()]*)\\)|(?:in )?(?<place>[a-z]+(?:/[a-z0-9_+-]+)+)(?: time)?', hearZone),
  phrase(`(?:every|each)(?= (?:the )?(?:${ORDINAL}|${MONTH}|\\d+ ${MONTH}))`, hearEach),
  phrase(',|on|the', hearNothing),
];

function phrase(pattern: string, hear: Hearing): Phrase {
  return { pattern: new RegExp(`^(?:${pattern})(?![a-z0-9])`), hear };
}
