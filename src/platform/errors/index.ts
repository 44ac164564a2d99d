export { ErrorLog } from './error-log';
export { ErrorsModule } from './errors.module';
