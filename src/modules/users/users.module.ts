import { Module } from '@nestjs/common';
import { MeController } from './me.controller';
import { People } from './people';
import { Phones } from './phones';
import { PhonesRepository } from './phones.repository';
import { UsersRepository } from './users.repository';
import { UsersService } from './users.service';

@Module({
  controllers: [MeController],
  providers: [UsersService, UsersRepository, People, Phones, PhonesRepository],
  exports: [UsersService, People, Phones],
})
export class UsersModule {}
