import { Clock } from './clock';

/** A clock held in somebody's hand: it stands still until it is moved. For tests, and for the demo's month in a minute. */
export class HeldClock extends Clock {
  constructor(private moment: Date) {
    super();
  }

  now(): Date {
    return new Date(this.moment);
  }

  /** Moves on to the moment. @throws when that would be back in time. */
  moveTo(moment: Date): void {
    if (moment < this.moment) throw new Error(`The clock stands at ${this.moment.toISOString()} and does not go back.`);
    this.moment = new Date(moment);
  }
}
