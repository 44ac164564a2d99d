export type { MessageKind } from './domain/wording';
export { Message } from './message.entity';
export { type Draft, MessagesService } from './messages.service';
export { NotificationsModule } from './notifications.module';
