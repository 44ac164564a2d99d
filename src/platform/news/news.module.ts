import { Global, Module } from '@nestjs/common';
import { News } from './news';

@Global()
@Module({ providers: [News], exports: [News] })
export class NewsModule {}
