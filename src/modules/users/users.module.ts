import { Module } from '@nestjs/common';
import { MeController } from './me.controller';
import { People } from './people';
import { UsersRepository } from './users.repository';
import { UsersService } from './users.service';

@Module({
  controllers: [MeController],
  providers: [UsersService, UsersRepository, People],
  exports: [UsersService, People],
})
export class UsersModule {}
