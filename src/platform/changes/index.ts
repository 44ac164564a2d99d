export { type Announcement, type Change, isAfter, type Position, parsePosition, positionText } from './change';
export { ChangeFeed } from './change-feed';
export { ChangeLog } from './change-log';
export { ChangesModule } from './changes.module';
