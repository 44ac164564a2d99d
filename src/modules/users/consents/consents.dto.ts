import { IsIn, IsString, MaxLength } from 'class-validator';
import { Example, IsPlainText } from '../../../platform/http';
import type { Consent, ConsentVia } from './consent.entity';

/** What a person is asked to agree to. */
export class ConsentTextResponse {
  /** Send it when the person agrees to this very text. */
  version: string;
  /** The language it is in. */
  language: 'en' | 'de';
  /** The text to show, a line for each sentence. */
  text: string;
}

/** That the person has read the text and agrees. */
export class GiveConsentRequest {
  /** To what: to be called on the telephone. */
  @IsIn(['calls'])
  kind: 'calls';

  /** Version of the text that was shown. */
  @IsString()
  @MaxLength(50)
  @IsPlainText()
  @Example('calls-1-en')
  version: string;
}

/** One word about being called: given, or taken back. */
export class ConsentResponse {
  /** Of this word: a call that was made by it names it. */
  id: string;
  /** To what. */
  kind: 'calls';
  /** Whether the person agreed, or took it back. */
  action: 'given' | 'revoked';
  /** Of the text. */
  version: string;
  /** The very text that was shown. */
  text: string;
  /** When. */
  at: Date;
  /** By which way it came: in the app, said in a call, by text message, or with the number that was taken away. */
  via: ConsentVia;

  static of({ id, kind, action, version, text, at, via }: Consent): ConsentResponse {
    return { id, kind, action, version, text, at, via };
  }
}

/** A page of words about being called. */
export class ConsentPage {
  /** The newest first. */
  items: ConsentResponse[];
  /** Give it as `cursor` to read on. Null: there is no more. */
  nextCursor: string | null;
}
