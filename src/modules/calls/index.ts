export { Call } from './call.entity';
export { CallItem } from './call-item.entity';
export { callRinging } from './calls.announcements';
export { CallsModule } from './calls.module';
export { Talks } from './relay/talks';
export { Ringings } from './ringings';
export { Turn } from './turn.entity';
