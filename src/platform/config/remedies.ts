import { VARIABLES, type Variable } from './environment';

/** How to come by a right value, for what nobody can guess or leave out in production. */
const REMEDIES: Partial<Record<Variable, string>> = {
  DATABASE_URL: 'Set it to the address of your PostgreSQL, postgresql://user:password@host:5432/database.',
  PUBLIC_BASE_URL: 'Set it to the https address at which people reach the service, such as https://callivate.example.',
  JWT_KEYS: 'Set it to a name and a secret made by chance: k1:$(openssl rand -hex 32).',
  ENCRYPTION_KEYS: 'Set it to a name and a secret made by chance: k1:$(openssl rand -hex 32).',
  BLIND_INDEX_KEY: 'Set it to a secret made by chance: $(openssl rand -hex 32).',
  AI_PROVIDER: 'Set it to google or openai-compatible, or take every AI_ variable out: then rules understand alone.',
  AI_MODEL: 'Set it to the name of a model of the provider, such as gemini-2.5-flash-lite or qwen2.5:7b.',
  AI_API_KEY: 'Set it to a key of the provider: Google gives one at https://aistudio.google.com/apikey.',
  AI_BASE_URL: 'Set it to the address of the server, such as http://127.0.0.1:11434/v1 for Ollama.',
  SPEECH_PROVIDER: 'Set it to openai, or take every SPEECH_ variable out: then the browser speaks with its own voice.',
  SPEECH_API_KEY:
    'Set it to a key of the provider: OpenAI gives one at https://platform.openai.com/api-keys. For a server of your own that asks for none, any word will do.',
  SPEECH_BASE_URL: 'Set it to the address of the server, such as http://127.0.0.1:8880/v1, or leave it out for OpenAI.',
  TWILIO_ACCOUNT_SID: 'Set it to the Account SID at https://console.twilio.com, or take every TWILIO_ variable out.',
  TWILIO_AUTH_TOKEN: 'Set it to the Auth Token at https://console.twilio.com, or take every TWILIO_ variable out.',
  TWILIO_FROM_NUMBER: 'Set it to a number of the account that can call, as +14155550123.',
  OPS_TOKEN: 'Set it to a secret made by chance: $(openssl rand -hex 32).',
};

/** What to do about a variable that is missing or not valid. */
export function remedyFor(variable: Variable): string {
  const usual = VARIABLES[variable].parse(undefined);
  const withoutIt = usual === undefined ? 'or leave it out' : `or leave it out: then it is ${usual}`;
  return REMEDIES[variable] ?? `Correct it, ${withoutIt}.`;
}
