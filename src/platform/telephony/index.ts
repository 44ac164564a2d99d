export { type Count, Counters } from './counters';
export { acceptForms } from './forms';
export { masked, type NumberRefusal, type NumberType, prefixOf, readNumber, type TelephoneNumber } from './numbers';
export { Pace } from './pace';
export { SignedByProvider } from './provider.guard';
export { Signatures } from './signatures';
export {
  type Announcement,
  type CallOrder,
  type Placed,
  type ProviderCall,
  type ProviderStatus,
  type Sent,
  Telephony,
} from './telephony';
export { TelephonyModule } from './telephony.module';
