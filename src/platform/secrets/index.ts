export { LocalSecrets, SecretsUnavailable } from './local-secrets';
export { SecretsModule } from './secrets.module';
