import { Module } from '@nestjs/common';
import { UsersModule } from '../users';
import { FavouriteVoicesRepository } from './favourite-voices.repository';
import { VoicesController } from './voices.controller';
import { VoicesService } from './voices.service';

@Module({
  imports: [UsersModule],
  controllers: [VoicesController],
  providers: [VoicesService, FavouriteVoicesRepository],
})
export class VoicesModule {}
