export { News, topic } from './news';
export { NewsModule } from './news.module';
