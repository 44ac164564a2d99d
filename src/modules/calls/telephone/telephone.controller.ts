import { Body, Controller, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { absent } from '../../../kernel/problem';
import { SignedByProvider } from '../../../platform/telephony';
import { Answering } from './answering';
import { type ProviderForm, readEvent, readHeard, readTurn } from './forms';
import { Gatherings } from './gatherings';
import { Inbound } from './inbound';
import { TelephoneCallsRepository } from './telephone-calls.repository';
import { TelephoneEvents } from './telephone-events';
import { TelephoneTalks } from './telephone-talks';

const XML = ['Content-Type', 'text/xml; charset=utf-8'] as const;

/** What Twilio asks and tells, each with its signature. A call that is not ours is 404, and nothing happens. */
@SignedByProvider()
@Controller('twilio')
export class TelephoneController {
  constructor(
    private readonly answering: Answering,
    private readonly events: TelephoneEvents,
    private readonly gatherings: Gatherings,
    private readonly talks: TelephoneTalks,
    private readonly inbound: Inbound,
    private readonly rows: TelephoneCallsRepository,
  ) {}

  /** Somebody has picked up a call of ours: what to do. */
  @Post('calls/:id/answer')
  @HttpCode(200)
  @Header(...XML)
  async answer(@Param('id') id: string, @Body() form: ProviderForm): Promise<string> {
    return known(await this.answering.answer(callId(id), sidIn(form)));
  }

  /** What has become of a call of ours. */
  @Post('calls/:id/status')
  @HttpCode(204)
  async status(@Param('id') id: string, @Body() form: ProviderForm): Promise<void> {
    if (!(await this.events.take(callId(id), readEvent(form)))) throw absent('call');
  }

  /** What was said or pressed in a talk turn by turn: what to answer. */
  @Post('calls/:id/gather')
  @HttpCode(200)
  @Header(...XML)
  async gather(@Param('id') id: string, @Query('turn') turn: string, @Body() form: ProviderForm): Promise<string> {
    return known(await this.gatherings.turn(callId(id), sidIn(form), readTurn(turn), readHeard(form)));
  }

  /** The relay of a call is closed: what to do next. */
  @Post('calls/:id/after')
  @HttpCode(200)
  @Header(...XML)
  async after(@Param('id') id: string, @Body() form: ProviderForm): Promise<string> {
    return known(await this.talks.afterRelay(callId(id), sidIn(form)));
  }

  /** Somebody calls our number. */
  @Post('inbound')
  @HttpCode(200)
  @Header(...XML)
  called(@Body() form: ProviderForm): Promise<string> {
    return this.inbound.answer({ providerCallId: sidIn(form), from: form.From ?? '', verstat: form.StirVerstat });
  }

  /** What has become of a call to our number. */
  @Post('status')
  @HttpCode(204)
  async statusOfInbound(@Body() form: ProviderForm): Promise<void> {
    const call = await this.rows.findByProvider(sidIn(form));
    if (!call) throw absent('call');
    await this.events.take(call.id, readEvent(form));
  }
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function callId(text: string): string {
  if (!ID.test(text)) throw absent('call');
  return text;
}

function sidIn({ CallSid }: ProviderForm): string {
  if (!CallSid) throw absent('call');
  return CallSid;
}

function known(twiml: string | undefined): string {
  if (twiml === undefined) throw absent('call');
  return twiml;
}
