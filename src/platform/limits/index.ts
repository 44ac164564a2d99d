export { Doorkeeper } from './doorkeeper';
export { Limited } from './limited.decorator';
export { LIMITS } from './limits';
export { LimitsModule } from './limits.module';
