import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config';
import { Telephony } from '../../../platform/telephony';
import { telephoneNotAvailable } from '../users.problems';

/** Callivate for an address book, as a vCard (RFC 6350). */
@Injectable()
export class ContactCard {
  constructor(
    private readonly telephony: Telephony,
    private readonly config: Config,
  ) {}

  /** @throws Problem when there is no number to be called from */
  text(): string {
    if (!this.telephony.isConfigured) throw telephoneNotAvailable();
    const lines = [
      'BEGIN:VCARD',
      'VERSION:4.0',
      'KIND:org',
      'FN:Callivate',
      'ORG:Callivate',
      `TEL;VALUE=uri;TYPE="voice,text":tel:${this.telephony.from}`,
      `URL:${this.config.PUBLIC_BASE_URL}`,
      'NOTE:Callivate calls about your habits. It is an AI.',
      'END:VCARD',
    ];
    return `${lines.join('\r\n')}\r\n`;
  }
}
