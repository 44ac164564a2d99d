import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { News } from '../../platform/news';
import { personLeaves, UsersModule } from '../users';
import { AuthController } from './auth.controller';
import { AuthGuard } from './auth.guard';
import { AuthService } from './auth.service';
import { JwtStrategy } from './jwt.strategy';
import { SessionsRepository } from './sessions.repository';
import { SessionsService } from './sessions.service';
import { SigningKeys } from './signing-keys';
import { Tokens } from './tokens';

@Module({
  imports: [UsersModule, JwtModule.register({})],
  controllers: [AuthController],
  providers: [
    AuthService,
    SessionsService,
    SessionsRepository,
    Tokens,
    SigningKeys,
    JwtStrategy,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
})
export class AuthModule {
  constructor(news: News, sessions: SessionsRepository) {
    news.on(personLeaves, ({ userId }) => sessions.forgetAllOf(userId));
  }
}
