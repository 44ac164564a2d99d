import { Repository, UnitOfWork } from '../database';

/**
 * Whose turn it is to do calendar work: a row for each job, which one replica holds at a time. A replica that dies loses its
 * turn with the lease. Time is in the row, so that a restart neither skips an hour nor does it twice.
 */
@Repository('turns')
export class Turns {
  constructor(private readonly work: UnitOfWork) {}

  /** Takes the turn until the lease ends. False when it is not time yet, or another replica has it. */
  async take(job: string, token: string, now: Date, leaseUntil: Date): Promise<boolean> {
    const taken = await this.work.row(
      `INSERT INTO job_turns AS t (job, next_at, token, lease_until) VALUES ($1, $3, $2, $4)
       ON CONFLICT (job) DO UPDATE SET token = $2, lease_until = $4
       WHERE t.next_at <= $3 AND (t.lease_until IS NULL OR t.lease_until <= $3) RETURNING 1`,
      [job, token, now, leaseUntil],
    );
    return taken !== undefined;
  }

  /** Hands the turn back, to be taken again at the moment. Nothing happens when the lease was lost meanwhile. */
  async handBack(job: string, token: string, nextAt: Date): Promise<void> {
    await this.work.execute(
      'UPDATE job_turns SET next_at = $3, token = NULL, lease_until = NULL WHERE job = $1 AND token = $2',
      [job, token, nextAt],
    );
  }
}
