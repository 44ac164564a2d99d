import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../../kernel/principal';
import { CurrentUser, FreshSignIn } from '../../../platform/http';
import { Limited } from '../../../platform/limits';
import { ContactCard } from './contact-card';
import { PhoneResponse, PhoneVerificationResponse, PutPhoneRequest, VerifyPhoneRequest } from './phone.dto';
import { PhoneService } from './phone.service';

@ApiTags('me')
@ApiBearerAuth()
@Controller('me')
export class PhoneController {
  constructor(
    private readonly phone: PhoneService,
    private readonly card: ContactCard,
  ) {}

  /**
   * Sends a code to a number, to prove that it is the person's. Until it is proven the number before stays. The answer is the same
   * whoever has the number. Needs a sign-in of the last 15 minutes.
   */
  @FreshSignIn()
  @Limited('phone-numbers', 'phone-numbers-from-address')
  @Put('phone')
  @HttpCode(202)
  send(@CurrentUser() { userId }: Principal, @Body() request: PutPhoneRequest): Promise<PhoneVerificationResponse> {
    return this.phone.sendCode(userId, request);
  }

  /** Proves the number by the code. Whoever had it before has it no more. */
  @Limited('phone-codes')
  @Post('phone/verification')
  @HttpCode(200)
  verify(@CurrentUser() { userId }: Principal, @Body() { code }: VerifyPhoneRequest): Promise<PhoneResponse> {
    return this.phone.verify(userId, code);
  }

  /** Takes the number away, and with it the consent to be called there: calls ring in the app from now on. */
  @Delete('phone')
  @HttpCode(204)
  remove(@CurrentUser() { userId }: Principal): Promise<void> {
    return this.phone.remove(userId);
  }

  /** Callivate as a contact: an address book that knows who calls lets the call through, and shows its name. */
  @Get('contact.vcf')
  @Header('Content-Type', 'text/vcard; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="callivate.vcf"')
  @ApiProduces('text/vcard')
  @ApiOkResponse({ schema: { type: 'string' } })
  contact(): string {
    return this.card.text();
  }
}
