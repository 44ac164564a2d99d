export { AuthModule } from './auth.module';
export { RefreshToken } from './refresh-token.entity';
export { Session } from './session.entity';
