export { News, type Topic, topic } from './news';
export { NewsModule } from './news.module';
