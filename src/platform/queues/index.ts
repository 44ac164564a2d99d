export { type Queue, queue } from './queue';
export { Queues } from './queues';
export { QueuesModule } from './queues.module';
