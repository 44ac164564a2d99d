export { Absence } from './absence';
export { answeredBy } from './answered';
export { type Policy, type PolicyOptions, wasNeverAsked } from './policy';
export { RefusedByPart } from './refused-by-part';
export { Resilience } from './resilience';
export { ResilienceModule } from './resilience.module';
