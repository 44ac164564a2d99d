import { Global, Module } from '@nestjs/common';
import { Crypto } from './crypto';
import { KeysReport } from './keys.report';
import { ReEncryption } from './re-encryption';
import { ReEncryptionRepository } from './re-encryption.repository';

@Global()
@Module({ providers: [Crypto, ReEncryption, ReEncryptionRepository, KeysReport], exports: [Crypto] })
export class CryptoModule {}
