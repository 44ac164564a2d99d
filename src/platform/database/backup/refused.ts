import { ForPeople } from '../../../kernel/for-people';

/** Why a backup is not made, or not restored: a sentence for the person who asked for it. */
export class BackupRefused extends ForPeople {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'BackupRefused';
  }
}
