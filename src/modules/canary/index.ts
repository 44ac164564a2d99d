export { CanaryModule } from './canary.module';
