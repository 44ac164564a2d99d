export { LanguageModel, type Question } from './language-model';
export { LanguageModelModule } from './language-model.module';
