import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { SignedByProvider } from '../../../platform/telephony';
import { readText, type TextCommand } from '../domain/text-command';
import { TextsService } from './texts.service';

interface TextForm {
  MessageSid?: string;
  From?: string;
  Body?: string;
  /** Where the provider itself has understood it so. */
  OptOutType?: string;
}

const NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

const HELP =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Message>Callivate calls you about your habits, by an AI. Reply STOP and nobody calls or texts you any more.</Message></Response>';

/** Text messages to our number. */
@SignedByProvider()
@Controller('twilio')
export class TextsController {
  constructor(private readonly texts: TextsService) {}

  @Post('messages')
  @HttpCode(200)
  @Header('Content-Type', 'text/xml; charset=utf-8')
  async texted(@Body() { MessageSid: id, From: from, Body: words = '', OptOutType }: TextForm): Promise<string> {
    const command: TextCommand | null = readText(OptOutType ?? words);
    if (command === 'help') return OptOutType ? NOTHING : HELP;
    if (command && id && from) await this.texts.follow(command, { id, from });
    return NOTHING;
  }
}
