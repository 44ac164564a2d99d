/** Why a backup is not made, or not restored: a sentence for the person who asked for it. */
export class BackupRefused extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'BackupRefused';
  }
}
