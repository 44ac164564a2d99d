import { Controller, Header, HttpCode, Post } from '@nestjs/common';
import { SignedByProvider } from './provider.guard';

/** Answers whoever knows the token, so that it can be seen from outside that the address and the token are right. */
@SignedByProvider()
@Controller('twilio')
export class DoctorController {
  @Post('doctor')
  @HttpCode(200)
  @Header('Content-Type', 'text/xml; charset=utf-8')
  answer(): string {
    return '<?xml version="1.0" encoding="UTF-8"?><Response/>';
  }
}
