import type { Browser } from 'playwright-core';
import { lineTo } from '../support/telephone';
import { FakeTwilio } from '../support/twilio/fake-twilio';
import { type RunningApp, startApp } from './support/app';
import { launchChromium } from './support/chromium';
import { NO_FINDINGS, PhonePage } from './support/phone-page';

const NUMBER = '+14155552671';

describe('The telephone, on the page', () => {
  let twilio: FakeTwilio;
  let app: RunningApp;
  let browser: Browser;
  let phone: PhonePage;

  beforeAll(async () => {
    twilio = await FakeTwilio.start({
      accountSid: `AC${'5e'.repeat(16)}`,
      authToken: 'a-token-of-the-tests-0123456789',
      from: '+14155550100',
    });
    app = await startApp((origin) => ({ ...lineTo(twilio), PUBLIC_BASE_URL: origin, CANARY_ENABLED: 'false' }));
    browser = await launchChromium();
    phone = await PhonePage.open(await browser.newContext(), app.url);
    await phone.signIn('Ada');
    await phone.press('Settings of Ada');
    await phone.page.locator('#settings-telephone > summary').click();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await app.stop();
    await twilio.stop();
  });

  const section = () => phone.page.locator('#settings-telephone');

  it('asks for a number first: agreeing and ringing there come after it', async () => {
    await section().getByLabel('Telephone number').waitFor();
    expect(await section().getByRole('button', { name: 'I agree' }).isDisabled()).toBe(true);
    expect(await section().getByLabel('Where calls ring').locator('[value="phone"]').isDisabled()).toBe(true);
    expect(await phone.check()).toEqual(NO_FINDINGS);
  });

  it('says of a number we do not call why, at its field', async () => {
    await section().getByLabel('Telephone number').fill('+1 876 555 1234');
    await section().getByRole('button', { name: 'Send the code' }).click();
    await section().locator('.field-problem', { hasText: 'country' }).waitFor();
  });

  it('proves a number by the code that was texted there', async () => {
    await section().getByLabel('Telephone number').fill(NUMBER);
    await section().getByRole('button', { name: 'Send the code' }).click();
    await section().getByLabel('The six digits').waitFor();
    const code = /\d{6}/.exec(twilio.texts.at(-1)!.body)![0];
    await section()
      .getByLabel('The six digits')
      .fill(code === '000000' ? '000001' : '000000');
    await section().getByRole('button', { name: 'Confirm' }).click();
    await section()
      .locator('.field-problem', { hasText: '4 tries are left' })
      .or(section().locator('.field-problem'))
      .first()
      .waitFor();
    await section().getByLabel('The six digits').fill(code);
    await section().getByRole('button', { name: 'Confirm' }).click();
    await section().getByText('•••2671').first().waitFor();
  });

  it('shows what is agreed to, and lets calls ring there once it is', async () => {
    await section().getByText('artificial voice').waitFor();
    await section().getByRole('button', { name: 'I agree' }).click();
    await section().getByText('You agreed to be called').waitFor();
    await section().getByLabel('Where calls ring').selectOption('phone');
    await section().locator('button:not([disabled])', { hasText: 'Call my telephone' }).waitFor();
    expect(await phone.check()).toEqual(NO_FINDINGS);
    await phone.picture('telephone');
  });

  it('calls to try it, and tells how it went', async () => {
    twilio.everybody({ greets: 'Hello?' });
    await section().getByRole('button', { name: 'Call my telephone to try it' }).click();
    await section().getByText('It was answered.').waitFor({ timeout: 45_000 });
    await phone.page.locator('#settings-calls > summary').click();
    await phone.page.locator('#settings-calls .calls li', { hasText: 'on the telephone' }).waitFor();
  });

  it('keeps hours of single days, and silence', async () => {
    await phone.page.locator('#settings-hours > summary').click();
    const hours = phone.page.locator('#settings-hours');
    await hours.getByLabel('Sundays', { exact: true }).selectOption('quiet');
    await hours.getByRole('button', { name: 'Save the hours' }).click();
    await phone.page.getByText('Saved.').first().waitFor();
  });

  it('has the history forgotten, once that is sure', async () => {
    await phone.page.getByRole('button', { name: 'Clear call history' }).click();
    await phone.press('Clear it');
    await phone.page.locator('#settings-calls').getByText('No calls yet.').waitFor();
  });

  it('takes the agreement back', async () => {
    await section().getByRole('button', { name: 'Take it back' }).click();
    await phone.page
      .getByRole('alertdialog')
      .or(phone.page.getByRole('dialog'))
      .getByRole('button', { name: 'Take it back' })
      .last()
      .click();
    await section().getByRole('button', { name: 'I agree' }).waitFor();
    expect(phone.complaints).toEqual([]);
  });
});
