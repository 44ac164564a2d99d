import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Voices people marked as their favourites. A voice is known by the code alone, so its id refers to nothing here. */
export class FavouriteVoices1763884823000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE favourite_voices (
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      voice_id text NOT NULL,
      created_at timestamptz NOT NULL,
      PRIMARY KEY (user_id, voice_id)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE favourite_voices');
  }
}
