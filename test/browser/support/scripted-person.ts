import { refuse, SETTINGS } from './scripted-answers';
import type { Json } from './scripted-life';
import type { ScriptedTelephone } from './scripted-telephone';

/** Ada: who she is, what she has set, and the address of her calendar. */
export class ScriptedPerson {
  settings: Json = SETTINGS;
  private feed: Json | null = null;

  constructor(private readonly telephone: ScriptedTelephone) {}

  /** Who has set nothing. */
  begin(): void {
    this.settings = SETTINGS;
    this.feed = null;
  }

  ways(json: Json): [string, (...parts: string[]) => unknown][] {
    const { phone, numberStopped } = this.telephone;
    return [
      ['GET /me', () => ({ id: 'ada', email: 'ada@example.com', name: 'Ada', timeZone: 'UTC', phone })],
      ['GET /me/settings', () => this.settings],
      ['PATCH /me/settings', () => this.set(json)],
      ['GET /me/suppression', () => ({ suppressed: false, numberStopped })],
      ['GET /me/calendar-feed', () => this.feed ?? refuse()],
      ['POST /me/calendar-feed', () => this.makeFeed()],
      ['DELETE /me/calendar-feed', () => this.setFeed(null)],
    ];
  }

  private set(json: Json): Json {
    this.settings = { ...this.settings, ...json };
    return this.settings;
  }

  private makeFeed(): Json {
    this.setFeed({ createdAt: '2026-11-25T11:00:00Z', lastReadAt: null });
    return { url: 'https://callivate.example/api/v1/calendar.ics?token=3f9c2a', createdAt: '2026-11-25T11:00:00Z' };
  }

  private setFeed(feed: Json | null): null {
    this.feed = feed;
    return null;
  }
}
