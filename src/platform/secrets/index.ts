export { LocalSecrets } from './local-secrets';
export { hashOf, newOpaqueToken } from './opaque-token';
export { SecretsModule } from './secrets.module';
