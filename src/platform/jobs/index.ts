export { Jobs } from './jobs';
export { JobsModule } from './jobs.module';
