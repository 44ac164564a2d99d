import { Foundation1763884800000 } from './0001-foundation';
import { ApiManners1763884802000 } from './0002-api-manners';
import { Audit1763884803000 } from './0003-audit';
import { Limits1763884804000 } from './0004-limits';
import { Canary1763884805000 } from './0005-canary';
import { QueryPlans1763884806000 } from './0006-query-plans';
import { JobTurns1763884807000 } from './0007-job-turns';
import { CallCorrelation1763884808000 } from './0008-call-correlation';
import { DuePath1763884809000 } from './0009-due-path';
import { RicherSchedules1763884810000 } from './0010-richer-schedules';
import { PausesAndZoneData1763884811000 } from './0011-pauses-and-zone-data';
import { NumbersAndReasons1763884812000 } from './0012-numbers-and-reasons';
import { Streaks1763884813000 } from './0013-streaks';
import { CalendarFeeds1763884814000 } from './0014-calendar-feeds';
import { Imports1763884815000 } from './0015-imports';
import { UnaskedDays1763884816000 } from './0016-unasked-days';
import { ImportedNumbers1763884817000 } from './0017-imported-numbers';
import { Latency1763884818000 } from './0018-latency';
import { Bundles1763884820000 } from './0020-bundles';
import { Memories1763884821000 } from './0021-memories';
import { Rephrasings1763884822000 } from './0022-rephrasings';
import { FavouriteVoices1763884823000 } from './0023-favourite-voices';
import { Telephone1763884824000 } from './0024-telephone';

/** In order of their running. A migration must be safe to run before the code that needs it. */
export const MIGRATIONS = [
  Foundation1763884800000,
  ApiManners1763884802000,
  Audit1763884803000,
  Limits1763884804000,
  Canary1763884805000,
  QueryPlans1763884806000,
  JobTurns1763884807000,
  CallCorrelation1763884808000,
  DuePath1763884809000,
  RicherSchedules1763884810000,
  PausesAndZoneData1763884811000,
  NumbersAndReasons1763884812000,
  Streaks1763884813000,
  CalendarFeeds1763884814000,
  Imports1763884815000,
  UnaskedDays1763884816000,
  ImportedNumbers1763884817000,
  Latency1763884818000,
  Bundles1763884820000,
  Memories1763884821000,
  Rephrasings1763884822000,
  FavouriteVoices1763884823000,
  Telephone1763884824000,
];
