import { FakeTwilio } from '../../support/twilio/fake-twilio';
import { type RunningApp, startApp } from './app';

const TERMS = {
  accountSid: `AC${'b0'.repeat(16)}`,
  authToken: 'a-token-of-the-page-0123456789',
  from: '+14155550100',
};

/** The built app with a telephone line, whose other end is a Twilio of our own. */
export interface TelephoneLine {
  app: RunningApp;
  twilio: FakeTwilio;
  stop(): Promise<void>;
}

export async function startWithTelephone(): Promise<TelephoneLine> {
  const twilio = await FakeTwilio.start({ ...TERMS, now: () => new Date(), realTime: true });
  const app = await startApp((url) => leadingTo(twilio, new URL(url).origin));
  const stop = async () => {
    await app.stop();
    await twilio.stop();
  };
  return { app, twilio, stop };
}

/** Sets where calls and texts to the number are told, and returns the variables that lead to it. */
function leadingTo(twilio: FakeTwilio, origin: string): Record<string, string> {
  Object.assign(twilio.number, {
    VoiceUrl: `${origin}/twilio/inbound`,
    SmsUrl: `${origin}/twilio/messages`,
    StatusCallback: `${origin}/twilio/status`,
  });
  return {
    TWILIO_ACCOUNT_SID: TERMS.accountSid,
    TWILIO_AUTH_TOKEN: TERMS.authToken,
    TWILIO_FROM_NUMBER: TERMS.from,
    TWILIO_API_BASE_URL: twilio.origin,
    PUBLIC_BASE_URL: origin,
  };
}
