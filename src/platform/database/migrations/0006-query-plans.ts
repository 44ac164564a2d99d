import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What goes with a person or a habit that is deleted is found by an index: without one each deletion read these tables whole. */
export class QueryPlans1763884806000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX check_ins_of_user ON check_ins (user_id);
      CREATE INDEX habit_pauses_of_habit ON habit_pauses (habit_id);
      CREATE INDEX habit_pauses_of_user ON habit_pauses (user_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX check_ins_of_user, habit_pauses_of_habit, habit_pauses_of_user');
  }
}
