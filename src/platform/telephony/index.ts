export { type Count, Counters } from './counters';
export { acceptForms } from './forms';
export { masked, type NumberRefusal, prefixOf, readNumber, type TelephoneNumber } from './numbers';
export { Pace } from './pace';
export { SignedByProvider } from './provider.guard';
export { Signatures } from './signatures';
export {
  type Placed,
  type ProviderCall,
  Telephony,
} from './telephony';
export { TelephonyModule } from './telephony.module';
