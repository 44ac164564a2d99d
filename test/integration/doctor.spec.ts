import { examineAccount } from '../../src/doctor/account';
import { told } from '../../src/doctor/check';
import { examineAddress, examineFromOutside } from '../../src/doctor/reach';
import { Config } from '../../src/platform/config';
import { loadSdk } from '../../src/platform/telephony';
import { freePort } from '../support/free-port';
import { beginWithTelephone, type TelephoneWorld } from '../support/telephone';

describe('The doctor of the telephone line', () => {
  let line: TelephoneWorld;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T12:00:00Z');
  });

  afterEach(async () => {
    await line.twilio.quiet();
    await line.end();
  });

  /** As it would be configured, but for what is said. */
  const configured = (changed: Partial<Config> = {}): Config =>
    Object.assign(Object.create(line.world.app.get(Config)), changed);

  const account = async (changed?: Partial<Config>, setWebhooks = false) => {
    const config = configured(changed);
    return (await examineAccount(await loadSdk(config), config, setWebhooks)).map(told);
  };
  const address = async (changed?: Partial<Config>) => (await examineAddress(configured(changed))).map(told);
  const fromOutside = async () => (await examineFromOutside(await loadSdk(configured()), configured())).map(told);

  const toMend = (lines: string[]) => lines.filter((one) => one.startsWith('MEND'));

  it('finds nothing to mend where all is well', async () => {
    const lines = [...(await account()), ...(await address())];
    expect(toMend(lines)).toEqual([]);
    expect(lines).toContain('ok    The account is open, and the token is its own.');
    expect(lines).toContain('ok    Calls to CA are allowed.');
    expect(lines).toContain('ok    The public address is reached, and our signature is known there.');
  });

  it('tells neither the token nor the number to anybody', async () => {
    const all = [
      ...(await account({ TWILIO_AUTH_TOKEN: 'another' })),
      ...(await account()),
      ...(await address()),
    ].join();
    expect(all).not.toContain(line.environment.TWILIO_AUTH_TOKEN);
    expect(all).not.toContain(line.environment.TWILIO_FROM_NUMBER);
  });

  it('says that the token is wrong, and what to do', async () => {
    const [first, ...others] = await account({ TWILIO_AUTH_TOKEN: 'another' });
    expect(first).toMatch(/^MEND .*the account: the provider answers 401 \(code 20003\)\n.*TWILIO_AUTH_TOKEN/);
    expect(toMend(others)).toHaveLength(2);
  });

  it('says that the number is not the account’s', async () => {
    expect((await account({ TWILIO_FROM_NUMBER: '+14155550199' })).join()).toContain(
      'MEND  TWILIO_FROM_NUMBER is no number of the account.',
    );
  });

  it('says which countries are closed', async () => {
    const lines = toMend(await account({ CALL_COUNTRIES: 'US,PT' }));
    expect(lines).toEqual([expect.stringContaining('Calls to PT are not allowed.')]);
  });

  it('says how many calls a second are asked for, and what Twilio takes by itself', async () => {
    expect((await account()).join()).toContain('1 a second are asked for, as Twilio takes from any account');
    expect((await account({ TWILIO_CALLS_PER_SECOND: 5 })).join()).toContain('which Twilio must have granted');
  });

  it('says where the number leads astray, and sets it right when it is asked to', async () => {
    Object.assign(line.twilio.number, { VoiceUrl: 'https://elsewhere.test', SmsUrl: '' });
    expect(toMend(await account())).toEqual([
      expect.stringContaining("The number's voiceUrl leads elsewhere."),
      expect.stringContaining("The number's smsUrl leads elsewhere."),
    ]);
    expect(line.twilio.number.VoiceUrl).toBe('https://elsewhere.test');

    expect(toMend(await account({}, true))).toEqual([]);
    expect(line.twilio.number).toMatchObject({
      VoiceUrl: `${line.environment.PUBLIC_BASE_URL}/twilio/inbound`,
      SmsUrl: `${line.environment.PUBLIC_BASE_URL}/twilio/messages`,
    });
    expect(toMend(await account())).toEqual([]);
  });

  it('says that the service does not know our signature', async () => {
    expect(await address({ TWILIO_AUTH_TOKEN: 'another' })).toEqual([
      expect.stringContaining('MEND  The public address is reached, and takes our signature for a wrong one.'),
    ]);
  });

  it('says that nobody is reached there, or somebody else', async () => {
    expect(toMend(await address({ PUBLIC_BASE_URL: `http://127.0.0.1:${await freePort()}` }))).toHaveLength(1);
    expect(await address({ PUBLIC_BASE_URL: line.twilio.origin })).toEqual([
      expect.stringMatching(/^MEND {2}The public address answers \d+ to what is signed/),
    ]);
  });

  describe('has the number call itself', () => {
    beforeEach(() => line.twilio.person(line.environment.TWILIO_FROM_NUMBER!, { answers: [] }));

    it('and is told by Twilio that we were reached, and the signature was right', async () => {
      expect(await fromOutside()).toEqual(['ok    Twilio reaches us, and its signature is right.']);
      expect(line.twilio.calls[0]?.field('TimeLimit')).toBe('30');
    });

    it('and is told by Twilio what it was answered when the signature was wrong', async () => {
      line.twilio.tells('wrong-signature', { about: 'voice' });
      expect(await fromOutside()).toEqual([expect.stringContaining('MEND  Twilio reaches us, and is answered 403.')]);
    });
  });
});
