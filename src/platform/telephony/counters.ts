import { Clock, HOUR, plus } from '../../kernel/clock';
import { Repository, UnitOfWork } from '../database';

/**
 * What is counted: money by month, of everybody together and of each person; orders to a number and to a prefix by day and hour;
 * and numbers a prefix is given codes for by day.
 */
type Kind = 'spent' | 'spent-by-person' | 'calls-to-number' | 'calls-to-prefix' | 'codes-to-prefix' | 'codes-to-number';

const PERIODS: Record<Kind, 'month' | 'day' | 'hour'> = {
  spent: 'month',
  'spent-by-person': 'month',
  'calls-to-number': 'day',
  'calls-to-prefix': 'hour',
  'codes-to-prefix': 'day',
  'codes-to-number': 'day',
};

export interface Count {
  kind: Kind;
  /** A person's id, the blind index of a number, a prefix, or `all`. */
  key: string;
  amount: number;
}

/** Counters of what the telephone costs and whom it reaches, shared by all replicas. Every call and text of ours is counted. */
@Repository('counters')
export class Counters {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Adds, in the running transaction; less than nothing takes back. */
  async add(counts: Count[]): Promise<void> {
    if (counts.length === 0) return;
    await this.work.execute(
      `INSERT INTO telephony_counters (kind, key, period, amount)
       SELECT kind, key, period, sum(amount) FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::numeric[])
         AS new (kind, key, period, amount) GROUP BY kind, key, period ORDER BY kind, key, period
       ON CONFLICT (kind, key, period) DO UPDATE SET amount = telephony_counters.amount + excluded.amount`,
      [...this.columns(counts), counts.map(({ amount }) => amount)],
    );
  }

  /** How much was counted in the period that is now, in the order asked for; nothing counted is 0. */
  async read(wanted: Omit<Count, 'amount'>[]): Promise<number[]> {
    if (wanted.length === 0) return [];
    const rows = await this.work.rows<{ amount: number }>(
      `SELECT coalesce(c.amount, 0) AS amount
       FROM unnest($1::text[], $2::text[], $3::timestamptz[]) WITH ORDINALITY AS w (kind, key, period, place)
         LEFT JOIN telephony_counters c ON c.kind = w.kind AND c.key = w.key AND c.period = w.period
       ORDER BY w.place`,
      this.columns(wanted),
    );
    return rows.map(({ amount }) => amount);
  }

  forgetBefore(moment: Date, limit: number): Promise<number> {
    return this.work.execute(
      `DELETE FROM telephony_counters WHERE (kind, key, period) IN (
         SELECT kind, key, period FROM telephony_counters WHERE period < $1 ORDER BY period LIMIT $2)`,
      [moment, limit],
    );
  }

  private columns(counts: Omit<Count, 'amount'>[]): [string[], string[], Date[]] {
    const now = this.clock.now();
    return [
      counts.map(({ kind }) => kind),
      counts.map(({ key }) => key),
      counts.map(({ kind }) => beginOf(PERIODS[kind], now)),
    ];
  }
}

/** By UTC: a budget is no matter of anybody's wall clock. */
function beginOf(period: 'month' | 'day' | 'hour', now: Date): Date {
  if (period === 'month') return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
  if (period === 'day') return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
  return plus(now, -(now.getTime() % HOUR));
}
