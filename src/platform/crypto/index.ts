export { Crypto } from './crypto';
export { CryptoModule } from './crypto.module';
export type { EncryptedColumn } from './encrypted-column';
export { CannotDecrypt } from './place';
