export { correlationIdFrom } from './correlation';
export { LoggingModule } from './logging.module';
