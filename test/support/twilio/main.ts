import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { FakeTwilio } from './fake-twilio';
import { COMMANDS, TALKING, Terminal } from './terminal';

const USAGE = 'npm run fake:twilio [-- --interactive] [--port 4010] [--app http://127.0.0.1:3000] [--countries US,CA]';

/** The account that is played: it opens nothing at Twilio. */
const ACCOUNT = {
  accountSid: `AC${'0123456789abcdef'.repeat(2)}`,
  authToken: 'fedcba9876543210'.repeat(2),
  from: '+14155550100',
};

interface Wish {
  interactive: boolean;
  port: number;
  /** Where Callivate is reached. */
  app: string;
  countries: string[];
}

/** Plays Twilio until Ctrl-C, for a Callivate beside it, and shows what happens. */
async function main(): Promise<void> {
  const { interactive, port, app, countries } = wish();
  const fake = await FakeTwilio.start({ ...ACCOUNT, port, countries, realTime: true });
  fake.number.VoiceUrl = `${app}/twilio/inbound`;
  fake.number.SmsUrl = `${app}/twilio/messages`;
  fake.number.StatusCallback = `${app}/twilio/status`;
  const terminal = new Terminal(fake, interactive, console.log);
  const typed = createInterface({ input: process.stdin, terminal: false });
  typed.on('line', (line) => void terminal.take(line));
  stopOnSignal(fake);
  console.log(welcome(fake.origin, app, interactive));
}

function wish(): Wish {
  const text = { type: 'string' } as const;
  const options = { interactive: { type: 'boolean' }, port: text, app: text, countries: text } as const;
  try {
    const { values } = parseArgs({ options });
    return {
      interactive: values.interactive ?? false,
      port: Number(values.port ?? 4010),
      app: new URL(values.app ?? 'http://127.0.0.1:3000').origin,
      countries: (values.countries ?? 'US,CA').split(','),
    };
  } catch {
    throw new Error(USAGE);
  }
}

function welcome(origin: string, app: string, isInteractive: boolean): string {
  const person = isInteractive ? 'You are whoever is called:' : 'Whoever is called answers after 2 s and says yes.';
  return `Twilio is played at ${origin}, until Ctrl-C. Start Callivate against it, in another terminal:

  TWILIO_ACCOUNT_SID=${ACCOUNT.accountSid} \\
  TWILIO_AUTH_TOKEN=${ACCOUNT.authToken} \\
  TWILIO_FROM_NUMBER=${ACCOUNT.from} \\
  TWILIO_API_BASE_URL=${origin} \\
  PUBLIC_BASE_URL=${app} PORT=${new URL(app).port || '80'} \\
  npm start

${person}
${isInteractive ? `${TALKING}\n${COMMANDS}` : COMMANDS}
`;
}

function stopOnSignal(fake: FakeTwilio): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      fake.stop().then(
        () => process.exit(0),
        (error: Error) => fail(error),
      );
    });
  }
}

function fail({ message }: Error): never {
  console.error(message);
  process.exit(1);
}

main().catch(fail);
