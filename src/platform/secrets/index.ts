export { LocalSecrets } from './local-secrets';
export { SecretsModule } from './secrets.module';
