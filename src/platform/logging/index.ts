export { correlationIdFrom } from './correlation';
export { correlated, currentCorrelationId, LogContext } from './log-context';
export { LoggingModule } from './logging.module';
