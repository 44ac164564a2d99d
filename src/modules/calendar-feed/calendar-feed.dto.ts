import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

/** The address of the person's calendar feed. It is shown this once. */
export class NewCalendarFeedResponse {
  /** What a calendar program subscribes to. Whoever knows it reads when each habit is due, until it is revoked. */
  url: string;
  /** When it was made. */
  createdAt: Date;
}

/** That there is a feed, and whether anybody reads it. */
export class CalendarFeedResponse {
  /** When it was made. */
  createdAt: Date;
  /** When it was last read, to the hour; null when it never was. */
  lastReadAt: Date | null;
}

/** Who may read a feed. */
export class CalendarQuery {
  /** The token in the address of the feed. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  token: string;
}
