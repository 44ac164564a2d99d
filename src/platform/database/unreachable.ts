import { ForPeople } from '../../kernel/for-people';

/** Why there is no database: one sentence for the person who started the service, without the address, which holds a password. */
export class DatabaseUnreachable extends ForPeople {
  constructor(cause: Error & { code?: string }) {
    super(
      `The database cannot be reached (${cause.message || cause.code}). See that it runs, and check DATABASE_URL.`,
      {
        cause,
      },
    );
    this.name = 'DatabaseUnreachable';
  }
}
