export { RealtimeModule } from './realtime.module';
export { Streams } from './streams';
