import type { MigrationInterface, QueryRunner } from 'typeorm';

const ENTRIES = `
  CREATE TABLE audit_entries (
    id uuid PRIMARY KEY,
    user_id uuid REFERENCES users ON DELETE SET NULL,
    action text NOT NULL,
    at timestamptz NOT NULL,
    correlation_id text,
    detail text
  );
  CREATE INDEX audit_entries_of_user ON audit_entries (user_id, at, id);
  CREATE INDEX audit_entries_by_age ON audit_entries (at);
  CREATE INDEX audit_entries_by_key ON audit_entries (split_part(detail, '.', 2), id);
`;

/**
 * Two changes are not refused. A person is deleted: then their entries belong to nobody, and the detail goes with them,
 * whoever deleted them and by whatever statement. And a detail may come under another key, in place of the same one.
 */
const GUARD = `
  CREATE FUNCTION audit_entries_guard() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF (NEW.id, NEW.action, NEW.at, NEW.correlation_id) IS NOT DISTINCT FROM (OLD.id, OLD.action, OLD.at, OLD.correlation_id) THEN
        IF OLD.user_id IS NOT NULL AND NEW.user_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM users WHERE id = OLD.user_id) THEN
          NEW.detail := NULL;
          RETURN NEW;
        END IF;
        IF NEW.user_id IS NOT DISTINCT FROM OLD.user_id
          AND split_part(NEW.detail, '.', 2) <> split_part(OLD.detail, '.', 2) THEN
          RETURN NEW;
        END IF;
      END IF;
    ELSIF TG_OP = 'DELETE' THEN
      IF OLD.at < now() - interval '5 years' THEN
        RETURN OLD;
      END IF;
    END IF;
    RAISE EXCEPTION 'The audit log is only ever added to: % refused.', TG_OP;
  END $$;

  CREATE TRIGGER audit_entries_guard BEFORE UPDATE OR DELETE ON audit_entries
    FOR EACH ROW EXECUTE FUNCTION audit_entries_guard();
  CREATE TRIGGER audit_entries_guard_whole BEFORE TRUNCATE ON audit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_guard();
`;

/** Who did what to an account, and when. It can be added to; PostgreSQL itself refuses everything else. */
export class Audit1763884803000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENTRIES);
    await runner.query(GUARD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entries; DROP FUNCTION audit_entries_guard');
  }
}
