export { Config } from './config';
export { ConfigModule } from './config.module';
export { VARIABLES } from './environment';
export { countByLevel, type Finding, type Level, sentence } from './finding';
export { checkEnvironment } from './findings';
export { Inspection } from './inspection';
