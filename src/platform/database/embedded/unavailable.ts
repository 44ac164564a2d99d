/** Why PostgreSQL cannot be brought along here: one sentence for the person who typed `npm start`, and the way out. */
export class EmbeddedPostgresUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`${reason} Set DATABASE_URL to use a PostgreSQL of your own.`, options);
    this.name = 'EmbeddedPostgresUnavailable';
  }
}
