/** What Twilio answers to what it does not do: status, and the sentence its documentation gives for the code. */
const REFUSALS = {
  20003: [401, 'Authenticate'],
  20004: [405, 'Method not allowed'],
  20404: [404, 'The requested resource was not found'],
  20429: [429, 'Too Many Requests'],
  20500: [500, 'An internal server error has occurred'],
  21201: [400, "No 'To' number is specified"],
  21205: [400, 'Url is not a valid URL'],
  21208: [400, 'Timeout is not valid'],
  21210: [400, 'The source phone number provided is not yet verified for your account'],
  21211: [400, "The phone number you are attempting to call, 'To', is not valid"],
  21213: [400, "'From' phone number is required"],
  21215: [400, 'Account not authorized to call this number. Please enable its country in the geo permissions'],
  21220: [400, 'Unable to update record. Call is not in-progress. Cannot redirect.'],
  21408: [400, 'Permission to send an SMS has not been enabled for the region indicated by the "To" number'],
  21602: [400, 'Message body is required'],
  21604: [400, "A 'To' phone number is required"],
  21606: [400, "The 'From' phone number is not a valid, SMS-capable Twilio phone number"],
  21610: [400, 'Attempt to send to unsubscribed recipient'],
  21617: [400, 'The concatenated message body exceeds the 1600 character limit'],
} as const;

type KnownCode = keyof typeof REFUSALS;

/** An answer that is a no, with Twilio's code. */
export class Refusal extends Error {
  private constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
  }

  static of(code: KnownCode): Refusal {
    const [status, message] = REFUSALS[code];
    return new Refusal(status, code, message);
  }

  /** As a test wishes: any code; 400 unless Twilio has another status for it. */
  static any(code: number): Refusal {
    return code in REFUSALS ? Refusal.of(code as KnownCode) : new Refusal(400, code, `Refused with ${code}`);
  }

  get body(): unknown {
    return {
      code: this.code,
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${this.code}`,
      status: this.status,
    };
  }
}
