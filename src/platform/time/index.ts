export { DatabaseClock } from './database-clock';
export { TimeModule } from './time.module';
export { ZoneData } from './zone-data';
