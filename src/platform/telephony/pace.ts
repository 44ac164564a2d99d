import { Clock } from '../../kernel/clock';
import { Config } from '../config';
import { Repository, UnitOfWork } from '../database';

/** Somebody waits for a code: it may run ahead of the pace by so many seconds' worth, for which the calls then wait. */
const AHEAD = 5;

/** After the provider has said that it is too much, calls wait for so many seconds. A code, for which somebody waits, may go meanwhile. */
const PAUSE = 3;

/** What the bucket holds now: what was left, and what has come since, but no more than a second's worth. */
const FILLED = `least($2::float8, tokens + $2::float8 * greatest(0, extract(epoch FROM $3::timestamptz - at)::float8))`;

/**
 * How fast the provider may be asked, all replicas together: a bucket of one second's worth, in a row that each who takes from
 * it locks. A rate is a promise to the provider, so the bucket never gives more.
 */
@Repository('pace')
export class Pace {
  constructor(
    private readonly work: UnitOfWork,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** How many calls the provider would take now. Others may take them meanwhile. */
  async available(): Promise<number> {
    const row = await this.work.row<{ tokens: number }>(
      `SELECT ${FILLED} AS tokens FROM telephony_pace WHERE account = $1`,
      this.parameters(),
    );
    return Math.max(0, Math.floor(row?.tokens ?? this.rate));
  }

  /** Takes for so many calls as there is room for, at most those wanted. What is rolled back was not taken. */
  async take(wanted: number): Promise<number> {
    if (wanted === 0) return 0;
    await this.open();
    const row = await this.work.row<{ taken: number }>(
      `WITH before AS (SELECT ${FILLED} AS filled FROM telephony_pace WHERE account = $1 FOR UPDATE),
         granted AS (SELECT filled, greatest(0, least($4::float8, floor(filled))) AS taken FROM before)
       UPDATE telephony_pace SET tokens = filled - taken, at = greatest(at, $3) FROM granted WHERE account = $1
       RETURNING taken::integer AS taken`,
      [...this.parameters(), wanted],
    );
    return row!.taken;
  }

  /** Takes for one code, ahead of the calls. False when too many codes are ahead already. */
  async takeAhead(): Promise<boolean> {
    await this.open();
    const taken = await this.work.execute(
      `UPDATE telephony_pace SET tokens = ${FILLED} - 1, at = greatest(at, $3)
       WHERE account = $1 AND ${FILLED} - 1 >= -$4::float8`,
      [...this.parameters(), AHEAD * this.rate],
    );
    return taken > 0;
  }

  /** The provider has said that it is too much. */
  async pause(): Promise<void> {
    await this.open();
    await this.work.execute(
      'UPDATE telephony_pace SET tokens = least(tokens, -$2::float8), at = greatest(at, $3) WHERE account = $1',
      [this.account, PAUSE * this.rate, this.clock.now()],
    );
  }

  private async open(): Promise<void> {
    await this.work.execute(
      'INSERT INTO telephony_pace (account, tokens, at) VALUES ($1, $2::float8, $3) ON CONFLICT DO NOTHING',
      [...this.parameters()],
    );
  }

  private parameters(): [account: string, rate: number, now: Date] {
    return [this.account, this.rate, this.clock.now()];
  }

  private get account(): string {
    return this.config.TWILIO_ACCOUNT_SID ?? 'none';
  }

  private get rate(): number {
    return this.config.TWILIO_CALLS_PER_SECOND;
  }
}
