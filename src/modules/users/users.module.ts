import { Module } from '@nestjs/common';
import { ConsentsController } from './consents/consents.controller';
import { ConsentsRepository } from './consents/consents.repository';
import { ConsentsService } from './consents/consents.service';
import { MeController } from './me.controller';
import { People } from './people';
import { Codes } from './phone/codes';
import { ContactCard } from './phone/contact-card';
import { PhoneController } from './phone/phone.controller';
import { PhoneService } from './phone/phone.service';
import { Phones } from './phone/phones';
import { PhonesRepository } from './phone/phones.repository';
import { TextsController } from './texts/texts.controller';
import { TextsRepository } from './texts/texts.repository';
import { TextsService } from './texts/texts.service';
import { UsersRepository } from './users.repository';
import { UsersService } from './users.service';

@Module({
  controllers: [MeController, PhoneController, ConsentsController, TextsController],
  providers: [
    UsersService,
    UsersRepository,
    People,
    Phones,
    PhonesRepository,
    PhoneService,
    Codes,
    ContactCard,
    ConsentsService,
    ConsentsRepository,
    TextsService,
    TextsRepository,
  ],
  exports: [UsersService, PhoneService, People, Phones],
})
export class UsersModule {}
