import { ForPeople } from '../../../kernel/for-people';

/** Why PostgreSQL cannot be brought along here: one sentence for the person who typed `npm start`, and the way out. */
export class EmbeddedPostgresUnavailable extends ForPeople {
  constructor(reason: string, options?: ErrorOptions) {
    super(`${reason} Set DATABASE_URL to use a PostgreSQL of your own.`, options);
    this.name = 'EmbeddedPostgresUnavailable';
  }
}
