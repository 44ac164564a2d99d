import { Bell } from './bell';
import { TwilioCall } from './call';
import { LiveCall, type Network } from './live-call';
import type { Line } from './people/line';
import { type Behaviour, type People, play, talk } from './people/people';
import { Ring } from './people/ring';
import type { Calls } from './rest/routes';

/** Makes the calls that are ordered, takes those that come in, and lets them live with the people at the other end. */
export class Switchboard implements Calls {
  private readonly live: LiveCall[] = [];
  private readonly bell = new Bell();
  private failure: Error | null = null;

  constructor(
    private readonly network: Network,
    private readonly people: People,
  ) {}

  /** Resolves when the phone rings and we have been told. Never rejects. */
  place(call: TwilioCall): Promise<void> {
    const { journal } = this.network;
    journal.tell('order', call.to, `rings for ${call.field('Timeout') ?? 60} s`);
    const live = this.begin(call);
    const told = live.ring().then(() => this.bell.ring());
    this.goesOn(told.then(() => play(this.people.of(call.to), live)));
    return told.catch(() => {});
  }

  end(call: TwilioCall): void {
    const live = this.live.find((one) => one.call === call)!;
    this.goesOn(live.end(call.answeredAt ? 'completed' : 'canceled'));
  }

  /** Somebody calls the number of the account. Resolves when somebody listens to them, or the call is over. */
  async comeIn(from: string, verstat: string, behaviour?: Exclude<Behaviour, string>): Promise<Line> {
    const { account } = this.network;
    const { phoneNumber, settings } = account.number;
    if (!settings.VoiceUrl) throw new Error('The number of the account has no VoiceUrl.');
    const call = new TwilioCall('inbound', from, phoneNumber, account.now(), {}, verstat);
    account.calls.push(call);
    const live = this.begin(call);
    await live.comeIn(settings.VoiceUrl, settings.VoiceMethod);
    await live.line.isListenedTo();
    if (behaviour) this.goesOn(talk(live.line, behaviour));
    return live.line;
  }

  /** The oldest call that rings there; waited for. */
  async ringing(number: string): Promise<Ring> {
    const find = () => this.live.find(({ isRinging, call }) => isRinging && call.to === number);
    await this.bell.soon(() => find() !== undefined, `a call that rings at ${number}`);
    return new Ring(find()!);
  }

  /** @throws Error what failed of the fake itself, or of a scripted person. */
  close(): void {
    for (const live of this.live) live.abandon();
    this.network.webhooks.close();
    if (this.failure) throw this.failure;
  }

  private begin(call: TwilioCall): LiveCall {
    const live = new LiveCall(call, this.network);
    this.live.push(live);
    return live;
  }

  private goesOn(task: Promise<unknown>): void {
    task.catch((error: Error) => {
      this.failure ??= error;
    });
  }
}
