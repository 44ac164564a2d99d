export { type Failure, LanguageModel, type Question, type Reply } from './language-model';
export { LanguageModelModule } from './language-model.module';
