export { Config } from './config';
export { ConfigModule } from './config.module';
export { checkEnvironment, type Environment, InvalidEnvironment, VARIABLES } from './environment';
