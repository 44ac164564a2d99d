import { examineAccount } from '../../src/doctor/account';
import { told } from '../../src/doctor/check';
import { examineAddress, examineFromOutside } from '../../src/doctor/reach';
import { Config } from '../../src/platform/config';
import { loadSdk } from '../../src/platform/telephony';
import { beginWithTelephone, type TelephoneWorld } from '../support/telephone';

describe('The doctor of the telephone line', () => {
  let line: TelephoneWorld;
  let config: Config;

  beforeAll(async () => {
    line = await beginWithTelephone('2026-03-02T18:00:00Z', { CALL_COUNTRIES: 'US,CA,GB' });
    config = line.world.app.get(Config);
  });

  afterAll(() => line.end());

  const lines = async (found: ReturnType<typeof examineAddress>) => (await found).map(told);
  const changed = (change: Partial<Config>) => Object.assign(Object.create(Config.prototype), config, change) as Config;

  it('finds well what is well, and says of what is not what to do', async () => {
    const found = await lines(examineAccount(await loadSdk(config), config, false));
    expect(found.filter((one) => one.startsWith('ok'))).toEqual([
      'ok    The account is open, and the token is its own.',
      'ok    The number can call.',
      'ok    The number can send texts.',
      'ok    Calls and texts to the number are told to us.',
      'ok    Calls to US are allowed.',
      'ok    Calls to CA are allowed.',
      'ok    1 a second are asked for, as Twilio takes from any account.',
    ]);
    expect(found.filter((one) => one.startsWith('MEND'))).toEqual([
      expect.stringMatching(/^MEND {2}Calls to GB are not allowed\.\n.*Geo permissions/s),
    ]);
  });

  it('tells a wrong token, and looks at the rest all the same', async () => {
    const wrong = changed({ TWILIO_AUTH_TOKEN: 'another-token-of-nobody-0123456789' });
    const found = await lines(examineAccount(await loadSdk(wrong), wrong, false));
    expect(found.filter((one) => one.includes('the provider answers 401'))).toHaveLength(3);
  });

  it('tells a number that leads elsewhere, and leads it here when it is asked to', async () => {
    line.twilio.number.VoiceUrl = 'https://elsewhere.example/voice';
    const sdk = await loadSdk(config);
    expect(await lines(examineAccount(sdk, config, false))).toContainEqual(
      expect.stringContaining("The number's voiceUrl leads elsewhere."),
    );
    expect(await lines(examineAccount(sdk, config, true))).toContainEqual(
      expect.stringContaining('are told to us from now on (voiceUrl)'),
    );
    expect(line.twilio.number.VoiceUrl).toBe(`${config.PUBLIC_BASE_URL}/twilio/inbound`);
  });

  it('sees whether the public address is reached and knows our signature', async () => {
    expect(await lines(examineAddress(config))).toEqual([
      'ok    The public address is reached, and our signature is known there.',
    ]);
    const other = changed({ TWILIO_AUTH_TOKEN: 'another-token-of-nobody-0123456789' });
    expect(await lines(examineAddress(other))).toEqual([
      expect.stringContaining('takes our signature for a wrong one'),
    ]);
    const nowhere = changed({ PUBLIC_BASE_URL: 'http://127.0.0.1:9' });
    expect(await lines(examineAddress(nowhere))).toEqual([expect.stringMatching(/^MEND/)]);
  });

  it('has Twilio itself reach us', async () => {
    line.twilio.person(config.TWILIO_FROM_NUMBER!, {});
    expect(await lines(examineFromOutside(await loadSdk(config), config))).toEqual([
      'ok    Twilio reaches us, and its signature is right.',
    ]);
  });
});
