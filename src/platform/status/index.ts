export { Status } from './status';
export { StatusModule } from './status.module';
