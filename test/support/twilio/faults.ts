import type { WebhookKind } from './call';

/** What may go wrong with an order of ours, a call or a text. */
export type OrderFault =
  /** It is carried out, and the connection is cut before anything is answered. */
  | 'accept-and-drop'
  /** It is carried out, and answered 500. */
  | '500-after-accepting'
  /** Nothing is done. */
  | '500-before'
  /** It is answered when the person's phone has rung and we have been told so. */
  | 'webhook-before-answer'
  /** One order makes two calls. */
  | 'call-twice'
  /** It is carried out, and never answered. */
  | 'accept-and-hang'
  /** Nothing is done, and nothing answered. */
  | 'hang'
  | '429'
  | { refuse: number };

/** What may go wrong with a listing of calls. `lagging` leaves out those that are newer than the fault; `undated` does not say when they were made. */
export type ListFault = '500' | 'hang' | 'lagging' | 'undated';

/** What may go wrong with a webhook. */
export type WebhookFault =
  | 'duplicate'
  /** Told after what follows it in the same call. */
  | 'reorder'
  /** Kept until `tellLate`. */
  | 'late'
  | 'drop'
  | 'wrong-signature'
  /** Its body comes so many milliseconds after its head. */
  | { slow: number };

/** Which of the things to come a fault is for: the next one with anybody, unless something else is said. */
export interface Which {
  /** Those with this number. */
  number?: string;
  /** So many of them. */
  times?: number;
}

export interface WhichWebhooks extends Which {
  /** Those about this; about any event of a call otherwise. */
  about?: WebhookKind;
}

export interface WhichOrders extends Which {
  /** Calls unless texts are said. */
  of?: 'calls' | 'texts';
}

/** Faults in the order they were scripted, each used up by what it was for. */
export class Script<Fault, Thing> {
  private scripted: { fault: Fault; fits: (thing: Thing) => boolean; left: number }[] = [];

  add(fault: Fault, fits: (thing: Thing) => boolean, times = 1): void {
    this.scripted.push({ fault, fits, left: times });
  }

  /** The first fault that is for this. */
  take(thing: Thing): Fault | undefined {
    const found = this.scripted.find(({ fits, left }) => left > 0 && fits(thing));
    if (found) found.left -= 1;
    return found?.fault;
  }

  clear(): void {
    this.scripted = [];
  }
}
