import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config';
import { LocalSecrets } from '../../platform/secrets';

export interface SigningKey {
  id: string;
  secret: string;
}

/** The ring of keys for access tokens: the first signs, all verify, so that keys can be changed without signing anybody out. */
@Injectable()
export class SigningKeys {
  private readonly ring: SigningKey[];

  constructor(config: Config, secrets: LocalSecrets) {
    this.ring = config.JWT_KEYS ?? [
      { id: 'local', secret: secrets.get('jwt', () => randomBytes(48).toString('base64url')) },
    ];
  }

  get active(): SigningKey {
    return this.ring[0]!;
  }

  find(id: string | undefined): SigningKey | undefined {
    return this.ring.find((key) => key.id === id);
  }
}
