export { Jobs } from './jobs';
export { JobsModule } from './jobs.module';
export { batchByBatch, eachAlone } from './together';
