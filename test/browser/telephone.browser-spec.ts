import type { BrowserContextOptions } from 'playwright-core';
import { NO_FINDINGS, type PhonePage } from './support/phone-page';
import { POCKET, ScriptedPage } from './support/scripted-page';
import { pastCall } from './support/scripted-telephone';

const DARK = { ...POCKET, colorScheme: 'dark' as const };
const DESK = { viewport: { width: 1280, height: 860 } };

describe('The telephone on the page', () => {
  const scripted = new ScriptedPage();
  const { api } = scripted;

  async function openFold(ada: PhonePage, id: string): Promise<void> {
    if (!(await ada.page.locator('dialog[open]').count())) await ada.press('Settings of Ada');
    await ada.page.locator(`#settings-${id} > summary`).click();
  }

  /** The section, with everything in place unless `prepare` says otherwise. */
  async function atTelephone({
    prepare = () => api.telephone.isReady(),
    options = POCKET,
  }: {
    prepare?: () => void;
    options?: BrowserContextOptions;
  } = {}): Promise<PhonePage> {
    const ada = await scripted.open('', 'few', options);
    prepare();
    await openFold(ada, 'telephone');
    return ada;
  }

  const withoutNumber = { prepare: () => undefined };
  const telephone = (ada: PhonePage) => ada.page.locator('#settings-telephone');

  async function askForCode(ada: PhonePage): Promise<void> {
    await ada.page.getByLabel('Telephone number').fill('+1 415 555 2671');
    await ada.press('Send the code');
  }

  const enterCode = async (ada: PhonePage, code: string) => {
    await ada.page.getByLabel('Code', { exact: true }).fill(code);
    await ada.press('Verify');
  };

  it('is one sentence where the service has no line', async () => {
    const ada = await atTelephone({ prepare: () => Object.assign(api.telephone, { hasLine: false }) });
    await telephone(ada).getByText('This service has no telephone line: calls ring in the app.').waitFor();
    expect(await telephone(ada).locator('button, input, a').count()).toBe(0);
  });

  describe('the number', () => {
    it('is proven by a code, which a telephone may fill in, and shown by its last digits', async () => {
      const ada = await atTelephone(withoutNumber);
      await askForCode(ada);
      await telephone(ada).getByText('A code is on its way to •••2671, as a text message.').waitFor();
      await ada.untilFocused('field-code');
      const code = ada.page.getByLabel('Code', { exact: true });
      expect(await code.getAttribute('autocomplete')).toBe('one-time-code');
      expect(api.bodyOf('PUT', '/me/phone')).toEqual({ number: '+1 415 555 2671', by: 'sms' });
      await enterCode(ada, '123 456');
      await ada.untilFocused('telephone-number');
      await telephone(ada).getByText('•••2671, verified on 25 Nov 2026, 11:00').waitFor();
      expect(api.bodyOf('POST', '/me/phone/verification')).toEqual({ code: '123456' });
      expect(await telephone(ada).textContent()).not.toMatch(/555.?2671/);
    });

    it('says how many tries are left, at the code', async () => {
      const ada = await atTelephone(withoutNumber);
      await askForCode(ada);
      await enterCode(ada, '000000');
      await ada.page.locator('#problem-code', { hasText: '4 tries are left.' }).waitFor();
      await enterCode(ada, '000000');
      await ada.page.locator('#problem-code', { hasText: '3 tries are left.' }).waitFor();
      await ada.untilFocused('field-code');
    });

    it('counts down until another code may be asked for, by the clock of the server', async () => {
      const ada = await atTelephone(withoutNumber);
      await askForCode(ada);
      await ada.page.getByRole('button', { name: /^Send it again in (2[89]|3[01]) s$/ }).waitFor();
      expect(await ada.page.getByRole('button', { name: 'Call me with it instead' }).isDisabled()).toBe(true);
      api.telephone.waitSeconds = 1;
      await ada.press('Another number');
      await askForCode(ada);
      await ada.page.getByRole('button', { name: 'Send it again', exact: true }).waitFor();
      await ada.press('Call me with it instead');
      await telephone(ada).getByText('We call •••2671 and say a code.').waitFor();
      expect(api.bodyOf('PUT', '/me/phone')).toEqual({ number: '+1 415 555 2671', by: 'call' });
    });

    it.each([
      ['of a country that is not called', 400, 'We do not call numbers of this country yet.', '#problem-number'],
      ['when codes are used up', 429, 'As many codes as may be were sent to this number today.', '.form-problem'],
      ['when the code cannot be sent', 503, 'The code could not be sent.', '.form-problem'],
    ])('is not taken %s, and the page says so where it belongs', async (_, status, detail, place) => {
      const ada = await atTelephone(withoutNumber);
      const errors = status === 400 ? [{ pointer: '/number', message: detail }] : [];
      api.refusals.set('PUT /me/phone', { status, problem: { detail, errors } });
      await askForCode(ada);
      await telephone(ada).locator(place, { hasText: detail }).waitFor();
      expect(await ada.page.getByLabel('Telephone number').inputValue()).toBe('+1 415 555 2671');
      ada.complaints.length = 0;
    });

    it('asks for a new code when there is none to try any more', async () => {
      const ada = await atTelephone(withoutNumber);
      await askForCode(ada);
      const detail = 'There is no code to try: it is too old, or was tried too often. Ask for a new one.';
      api.refusals.set('POST /me/phone/verification', { status: 409, problem: { code: 'code-void', detail } });
      await enterCode(ada, '123456');
      await telephone(ada).locator('.form-problem', { hasText: 'Ask for a new one.' }).waitFor();
    });

    it('is changed after signing in again, and the page goes on from there', async () => {
      const ada = await atTelephone();
      await ada.press('Change');
      await telephone(ada).getByText('Until the new one is verified, •••2671 stays.').waitFor();
      const refusal = { status: 403, problem: { code: 'fresh-sign-in-needed', detail: 'Please sign in again.' } };
      api.refusals.set('PUT /me/phone', refusal);
      await askForCode(ada);
      await ada.page.getByRole('heading', { name: 'Is it still you?' }).waitFor();
      api.refusals.clear();
      await ada.press('Sign in again');
      await telephone(ada).getByText('A code is on its way').waitFor();
      const asked = api.asked.map(({ method, path }) => `${method} ${path}`);
      expect(asked.slice(-4)).toEqual(['PUT /me/phone', 'POST /auth/dev', 'POST /auth/logout', 'PUT /me/phone']);
    });

    it('stays as it is when one would rather not sign in again', async () => {
      const ada = await atTelephone();
      await ada.press('Change');
      const refusal = { status: 403, problem: { code: 'fresh-sign-in-needed', detail: 'Please sign in again.' } };
      api.refusals.set('PUT /me/phone', refusal);
      await askForCode(ada);
      await ada.page.locator('.sheet-narrow').getByRole('button', { name: 'Leave it as it is' }).click();
      await ada.page.locator('.sheet-narrow').waitFor({ state: 'detached' });
      expect(api.asked.some(({ path }) => path === '/auth/dev' && api.asked.at(-1)?.path === path)).toBe(false);
      await telephone(ada).getByRole('button', { name: 'Leave it as it is' }).click();
      await telephone(ada).getByText('•••2671, verified').waitFor();
    });

    it('says that it needs proof', async () => {
      const ada = await atTelephone({
        prepare: () => {
          api.telephone.isReady();
          api.telephone.phone = { ...api.telephone.phone, needsProof: true };
        },
      });
      await telephone(ada).getByText('nobody was heard there for 45 days').waitFor();
      await ada.press('Verify it again');
      await ada.untilFocused('field-number');
    });

    it('is removed only when one is sure, and the consent goes with it', async () => {
      const ada = await atTelephone();
      await ada.press('Remove');
      await ada.page.getByText('Your consent to be called goes with it').waitFor();
      await ada.press('Remove the number');
      await ada.page.getByLabel('Telephone number').waitFor();
      await telephone(ada).getByText('with the number that was taken away').waitFor();
      await telephone(ada).getByText('Verify a number first: you agree to be called at that one.').waitFor();
    });
  });

  describe('the consent', () => {
    it('is the very text, agreed to by a button of its own, and taken back when one is sure', async () => {
      const ada = await atTelephone({
        prepare: () => {
          api.telephone.isReady();
          api.telephone.lastWord = null;
        },
      });
      const text = ada.page.locator('.consent-text');
      await text.getByText('The calls are made automatically and speak with an artificial voice').waitFor();
      await text.getByText('calls-1-en').waitFor();
      expect(await telephone(ada).locator('[type=checkbox]').count()).toBe(0);
      expect(await ada.page.getByLabel('On the telephone').isDisabled()).toBe(true);
      await ada.press('I agree');
      await ada.untilFocused('telephone-consent');
      await telephone(ada).getByText('You agreed on 25 Nov 2026, 11:00.').waitFor();
      expect(api.bodyOf('POST', '/me/consents')).toEqual({ kind: 'calls', version: 'calls-1-en' });
      await ada.press('Withdraw…');
      await ada.page.getByText('From now on nobody calls your telephone: calls ring in the app.').waitFor();
      await ada.press('Withdraw it');
      await telephone(ada).getByText('You took it back on 25 Nov 2026, 11:00, in the app.').waitFor();
      await ada.page.getByRole('button', { name: 'I agree' }).waitFor();
    });

    it('is shown anew when its text has changed meanwhile', async () => {
      const ada = await atTelephone({
        prepare: () => {
          api.telephone.isReady();
          api.telephone.lastWord = null;
        },
      });
      const problem = { code: 'consent-outdated', detail: 'The text has another version now.' };
      api.refusals.set('POST /me/consents', { status: 409, problem });
      await ada.press('I agree');
      await ada.page.locator('.toast', { hasText: 'The text has changed meanwhile.' }).waitFor();
      await ada.page.getByRole('button', { name: 'I agree' }).waitFor();
    });
  });

  describe('where calls ring', () => {
    it('says what is missing before it can be the telephone', async () => {
      const ada = await atTelephone(withoutNumber);
      await telephone(ada).getByText('Before the telephone rings, verify a number and agree to be called.').waitFor();
      expect(await ada.page.getByLabel('On the telephone').isDisabled()).toBe(true);
      expect(await ada.page.getByLabel('In the app').isChecked()).toBe(true);
    });

    it('is chosen by the keyboard, and so is what a voicemail hears', async () => {
      const ada = await atTelephone();
      await ada.page.getByLabel('In the app').focus();
      await ada.page.keyboard.press('ArrowDown');
      await ada.page.locator('.toast', { hasText: 'Calls ring on the telephone from now on.' }).waitFor();
      expect(api.bodyOf('PATCH', '/me/settings')).toEqual({ ringOn: 'phone' });
      await ada.page.getByRole('button', { name: 'Make a test call' }).last().waitFor();
      await ada.page.getByLabel('Hang up').focus();
      await ada.page.keyboard.press('ArrowDown');
      await ada.page.locator('.toast', { hasText: 'Saved.' }).waitFor();
      expect(api.bodyOf('PATCH', '/me/settings')).toEqual({ voicemail: 'leave-word' });
    });

    it('stays what it was when the service refuses', async () => {
      const ada = await atTelephone();
      const problem = { code: 'consent-needed', detail: 'Agree to be called first.' };
      api.refusals.set('PATCH /me/settings', { status: 409, problem });
      await telephone(ada).getByText('On the telephone', { exact: true }).click();
      await ada.page.locator('.toast', { hasText: 'Agree to be called first.' }).waitFor();
      expect(await ada.page.getByLabel('In the app').isChecked()).toBe(true);
    });

    it('tells that the number was stopped by text, and how to take that back', async () => {
      const ada = await atTelephone({
        prepare: () => {
          api.telephone.isReady();
          api.telephone.numberStopped = 'sms';
        },
      });
      await telephone(ada).getByText('text START from it to +14155550100').waitFor();
    });
  });

  describe('a test call', () => {
    it('is told from the dial to its end, and never opens the ringing screen', async () => {
      const ada = await atTelephone();
      await telephone(ada).getByText('On the telephone', { exact: true }).click();
      await telephone(ada).getByRole('button', { name: 'Make a test call' }).click();
      const told = ada.page.locator('#test-call-state');
      await told.getByText('We are calling •••2671.').waitFor();
      for (const [change, words] of [
        [{ status: 'ringing' }, 'It rings at •••2671.'],
        [{ status: 'talking' }, 'You are on the telephone with Callivate.'],
        [{ status: 'ended', ending: 'answered', durationSeconds: 72 }, 'It was answered. It lasted 1 min 12 s.'],
      ] as const) {
        Object.assign(api.telephone.calls[0]!, change);
        api.server.tell('call.updated', { callId: 't1', ...change });
        await told.getByText(words, { exact: true }).waitFor();
      }
      expect(await ada.ring.isVisible()).toBe(false);
    });

    it('says why it was not made', async () => {
      const ada = await atTelephone();
      await telephone(ada).getByText('On the telephone', { exact: true }).click();
      const problem = { detail: 'A call is under way.', code: 'call-in-progress' };
      api.refusals.set('POST /me/test-call', { status: 409, problem });
      await telephone(ada).getByRole('button', { name: 'Make a test call' }).click();
      await telephone(ada).locator('.form-problem', { hasText: 'A call is under way.' }).waitFor();
    });
  });

  it('is offered as a contact, which is fetched with the sign-in and kept as a file', async () => {
    const ada = await atTelephone();
    const link = ada.page.getByRole('link', { name: 'Save Callivate as a contact' });
    const [file] = await Promise.all([ada.page.waitForEvent('download'), link.click()]);
    expect(file.suggestedFilename()).toBe('callivate.vcf');
    await telephone(ada).getByText('Calls come from +14155550100.').waitFor();
  });

  describe('the calls so far', () => {
    const TURNS = [
      { speaker: 'callivate', text: 'Is it done?', at: '2026-11-25T07:00:05Z' },
      { speaker: 'person', text: 'yes, just finished', at: '2026-11-25T07:00:09Z' },
    ];
    const RESULT = { meaning: 'done', quote: 'yes', quantity: null, callBackAt: null };
    const MANY = [
      pastCall('c5', { status: 'talking', ending: null, line: 'telephone', durationSeconds: null }),
      pastCall('c4', {
        line: 'telephone',
        turns: TURNS,
        results: [RESULT],
        cost: { amount: 0.0139, currency: 'USD', isFinal: true },
      }),
      pastCall('c3', { line: 'telephone', cost: { amount: 0.1, currency: null, isFinal: false } }),
      pastCall('c2', {
        line: 'telephone',
        ending: 'refused',
        durationSeconds: null,
        refusal: { code: 'outside-window', reason: 'It was outside your calling hours.' },
      }),
      pastCall('c1', { line: 'telephone', ending: 'failed', durationSeconds: null, failureCode: '21211' }),
    ];

    async function atCalls(calls: typeof MANY = MANY, options: BrowserContextOptions = POCKET): Promise<PhonePage> {
      const ada = await scripted.open('', 'few', options);
      api.telephone.calls = calls.map((call) => ({ ...call }));
      await openFold(ada, 'calls');
      return ada;
    }

    const call = (ada: PhonePage, id: string) => ada.page.locator(`#past-call-${id}`);

    it('tell when, by which line, how it ended or why it was not made, how long, and what it cost', async () => {
      const ada = await atCalls();
      await call(ada, 'c4').getByText('Wed 25 Nov, 07:00').waitFor();
      expect(await call(ada, 'c4').textContent()).toContain('It was answered. Understood: done.');
      expect(await call(ada, 'c4').textContent()).toContain('On the telephone · 12 s · cost US$0.0139');
      expect(await call(ada, 'c3').textContent()).toContain('about 0.10, by our estimate');
      expect(await call(ada, 'c2').textContent()).toContain('It was outside your calling hours.');
      expect(await call(ada, 'c1').textContent()).toContain('It could not be made (code 21211).');
      await call(ada, 'c4').locator('summary').click();
      await call(ada, 'c4').getByText('yes, just finished').waitFor();
    });

    it('go on while they are looked at, and what is unfolded stays so', async () => {
      const ada = await atCalls();
      await call(ada, 'c5').getByText('You are talking.').waitFor();
      await call(ada, 'c4').locator('summary').click();
      Object.assign(api.telephone.calls[0]!, { status: 'ended', ending: 'no-answer' });
      api.server.tell('call.updated', { callId: 'c5', status: 'ended', ending: 'no-answer' });
      await call(ada, 'c5').getByText('Nobody answered.').waitFor();
      expect(await call(ada, 'c4').getByText('yes, just finished').isVisible()).toBe(true);
    });

    it('are cleared only when one is sure', async () => {
      const ada = await atCalls();
      await ada.press('Clear call history…');
      await ada.press('Leave it as it is');
      expect(api.telephone.calls).toHaveLength(MANY.length);
      await ada.press('Clear call history…');
      await ada.press('Clear it');
      await ada.page.getByText('There were no calls yet.').waitFor();
      expect(api.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/me/call-history' });
    });

    it('keep their words or not, as one chooses', async () => {
      const ada = await atCalls([]);
      await ada.page.locator('#settings-calls').getByText('Not kept', { exact: true }).click();
      await ada.page.locator('.toast', { hasText: 'Saved.' }).waitFor();
      expect(api.bodyOf('PATCH', '/me/settings')).toEqual({ keepTranscripts: false });
    });

    it('are told on the page while one is under way on the telephone', async () => {
      const ada = await scripted.open();
      api.telephone.calls = [{ ...MANY[0], status: 'ringing' }];
      await ada.page.getByText('Line open').waitFor();
      api.server.tell('call.updated', { callId: 'c5', status: 'ringing', ending: null });
      await ada.page.locator('#banner-telephone', { hasText: 'About: Read ten pages.' }).waitFor();
      expect(await ada.ring.isVisible()).toBe(false);
      Object.assign(api.telephone.calls[0]!, { status: 'ended', ending: 'answered' });
      api.server.tell('call.updated', { callId: 'c5', status: 'ended', ending: 'answered' });
      await ada.page.locator('#banner-telephone').waitFor({ state: 'detached' });
    });
  });

  describe('the hours', () => {
    it('are those of each day of the week, quiet days and nights included', async () => {
      const ada = await scripted.open();
      await ada.press('Settings of Ada');
      await ada.page.locator('#days-otherwise > summary').click();
      await ada.page.getByLabel('Saturday', { exact: true }).selectOption('other hours');
      await ada.page.getByLabel('Saturday, from').fill('20:00');
      await ada.page.getByLabel('Saturday, until').fill('02:00');
      await ada.page.getByText('Over midnight, until 02:00 of the next day.').waitFor();
      await ada.page.getByLabel('Sunday', { exact: true }).selectOption('quiet, no calls');
      await ada.press('Save');
      await ada.page.locator('.toast', { hasText: 'Saved.' }).waitFor();
      const days = { SA: { start: '20:00', end: '02:00' }, SU: null };
      expect(api.bodyOf('PATCH', '/me/settings')).toEqual({ callingWindow: { start: '08:00', end: '21:00', days } });
      await ada.press('Settings of Ada');
      await ada.page.locator('#days-otherwise > summary', { hasText: 'Sat, Sun' }).waitFor();
      await ada.press('Save');
      await ada.page.locator('dialog.sheet').waitFor({ state: 'detached' });
      expect(api.asked.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
    });

    it('keep the midnight that ends a day', async () => {
      const ada = await scripted.open();
      api.person.settings = { ...api.person.settings, callingWindow: { start: '09:00', end: '24:00', days: {} } };
      await ada.page.reload();
      await ada.press('Settings of Ada');
      await ada.page.getByText('Until midnight.').first().waitFor();
      await ada.page.getByLabel('From', { exact: true }).first().fill('10:00');
      await ada.press('Save');
      await ada.page.locator('.toast', { hasText: 'Saved.' }).waitFor();
      const callingWindow = { start: '10:00', end: '24:00', days: {} };
      expect(api.bodyOf('PATCH', '/me/settings')).toEqual({ callingWindow });
    });
  });

  describe('silence', () => {
    it('lasts until a moment by the clock of the person, or until they say otherwise', async () => {
      const ada = await scripted.open();
      await openFold(ada, 'silence');
      const until = ada.page.getByLabel('Silent until');
      expect(await until.inputValue()).toMatch(/T08:00$/);
      await until.fill('2040-01-02T07:30');
      await ada.press('Be silent');
      await ada.page.getByText('No call is made before Mon 2 Jan, 07:30.').waitFor();
      expect(api.bodyOf('PATCH', '/me/settings')).toEqual({ silentUntil: '2040-01-02T07:30:00.000Z' });
      await ada.press('Let it ring again');
      await until.waitFor();
      expect(api.bodyOf('PATCH', '/me/settings')).toEqual({ silentUntil: null });
    });

    it('cannot lie in the past', async () => {
      const ada = await scripted.open();
      await openFold(ada, 'silence');
      await ada.page.getByLabel('Silent until').fill('2020-01-02T07:30');
      await ada.press('Be silent');
      await ada.page.locator('#problem-silentUntil', { hasText: 'That moment is past.' }).waitFor();
    });
  });

  it.each([
    ['in a pocket, by day', POCKET],
    ['in a pocket, by night', DARK],
    ['on a desk, by day', DESK],
  ])('can be read, named and touched %s', async (where, options) => {
    const ada = await atTelephone({ options });
    const look = async (what: string) => {
      await telephone(ada).scrollIntoViewIfNeeded();
      await ada.picture(`15-${where.replaceAll(/\W+/g, '-')}-${what}`);
      expect({ what, ...(await ada.check()) }).toEqual({ what, ...NO_FINDINGS });
    };
    await telephone(ada).getByText('You agreed on').waitFor();
    await look('ready');
    await ada.press('Withdraw…');
    await ada.press('Withdraw it');
    await ada.press('Change');
    await look('asking');
    await askForCode(ada);
    await telephone(ada).getByText('A code is on its way').waitFor();
    await look('code');
  });
});
