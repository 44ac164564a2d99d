import { Module } from '@nestjs/common';
import { MeController } from './me.controller';
import { People } from './people';
import { Phones } from './phones';
import { UsersRepository } from './users.repository';
import { UsersService } from './users.service';

@Module({
  controllers: [MeController],
  providers: [UsersService, UsersRepository, People, Phones],
  exports: [UsersService, People, Phones],
})
export class UsersModule {}
