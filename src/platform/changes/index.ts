export { type Announcement, type Change, parsePosition, positionText } from './change';
export { ChangeFeed } from './change-feed';
export { ChangeLog } from './change-log';
export { ChangesModule } from './changes.module';
