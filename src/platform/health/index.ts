export { HealthModule } from './health.module';
export { ProbesOnlyGuard } from './probes-only.guard';
