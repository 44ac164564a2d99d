export { traceRequests } from './http.tracing';
export { currentTraceId, Tracing } from './tracing';
export { TracingModule } from './tracing.module';
