export { Jobs } from './jobs';
export { JobsModule } from './jobs.module';
export { JobsReport } from './jobs.report';
export type { Timetable } from './timetable';
export { batchByBatch, type Claims, claimByClaim, eachAlone } from './together';
