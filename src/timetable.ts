import { HOUR, MINUTE, SECOND } from './kernel/clock';
import type { Timetable } from './platform/jobs';

/**
 * All the recurring work there is, on one page, in the order in which a test or the demo lets it be done. The work itself is
 * bound to its name in the `*.jobs.ts` of its module; a name without work, or work without a name, stops the start.
 *
 * `each` replica of the role runs a sweep: row locks keep them out of each other's way. Calendar work runs on `one`
 * replica at a time. Nothing overlaps itself; what takes longer than `within` is reported, and its signal aborts.
 */
export const TIMETABLE: Timetable = {
  'habits.plan-ahead': { every: SECOND, role: 'worker', replica: 'each', within: MINUTE },
  'habits.tell-freezes': { every: SECOND, role: 'worker', replica: 'each', within: MINUTE },
  'notifications.send': { every: SECOND, role: 'worker', replica: 'each', within: MINUTE },
  'calls.keep-talks': { every: SECOND, role: 'api', replica: 'each', within: 10 * SECOND, untilTheEnd: true },
  'calls.dispatch': { every: SECOND, role: 'worker', replica: 'each', within: MINUTE },
  'calls.dial': { every: SECOND, role: 'worker', replica: 'each', within: MINUTE },
  'calls.dial-telephone': { every: SECOND, role: 'worker', replica: 'each', within: MINUTE },
  'calls.hang-up': { every: SECOND, role: 'worker', replica: 'each', within: MINUTE },
  'calls.reconcile': { every: SECOND, role: 'worker', replica: 'each', within: MINUTE },
  'calls.rescue': { every: SECOND, role: 'worker', replica: 'each', within: MINUTE },
  'calls.settle': { every: SECOND, role: 'worker', replica: 'each', within: MINUTE },
  'calls.close': { every: SECOND, role: 'worker', replica: 'each', within: MINUTE },
  'realtime.beat': { every: 15 * SECOND, role: 'api', replica: 'each', within: 10 * SECOND, untilTheEnd: true },
  'canary.prepare': { every: 2 * MINUTE, role: 'worker', replica: 'one', within: MINUTE },
  'canary.judge': { every: 2 * MINUTE, role: 'worker', replica: 'one', within: MINUTE },
  'habits.keep-checkpoints': { every: MINUTE, role: 'worker', replica: 'one', within: 10 * MINUTE },
  'calls.price': { every: MINUTE, role: 'worker', replica: 'one', within: MINUTE },
  'calls.rephrase': { every: MINUTE, role: 'worker', replica: 'one', within: MINUTE },
  'crypto.re-encrypt': { every: HOUR, role: 'worker', replica: 'one', within: 10 * MINUTE },
  'retention.forget': { every: HOUR, role: 'worker', replica: 'one', within: 10 * MINUTE },
};
