export { Config } from './config';
export { ConfigModule } from './config.module';
export { checkEnvironment, InvalidEnvironment, VARIABLES } from './environment';
