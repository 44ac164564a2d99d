import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { neighbour } from '../support/numbers';
import { launchChromium, zoneAtNoon } from './support/chromium';
import { PhonePage } from './support/phone-page';
import { POCKET } from './support/scripted-page';
import { startWithTelephone, type TelephoneLine } from './support/telephone-line';

describe('The page, where calls ring on the telephone', () => {
  let line: TelephoneLine;
  let browser: Browser;
  let context: BrowserContext;
  let ada: PhonePage;
  let number: string;
  let people = 0;

  beforeAll(async () => {
    [line, browser] = await Promise.all([startWithTelephone(), launchChromium()]);
  });

  afterAll(async () => {
    await browser?.close();
    await line?.stop();
  });

  beforeEach(async () => {
    number = neighbour(people);
    people += 1;
    context = await browser.newContext({ timezoneId: zoneAtNoon(), ...POCKET });
    ada = await PhonePage.open(context, line.app.url);
    await ada.signIn('Ada');
  });

  afterEach(async () => {
    await context.close();
    expect(ada.complaints).toEqual([]);
  });

  const section = (id: string): Locator => ada.page.locator(`#settings-${id}`);
  const masked = () => `•••${number.slice(-4)}`;

  async function openSection(id: string): Promise<void> {
    if (!(await ada.page.locator('dialog[open]').count())) await ada.press('Settings of Ada');
    await section(id).locator('> summary').click();
  }

  async function askForCode(way?: string): Promise<void> {
    await openSection('telephone');
    await ada.page.getByLabel('Telephone number').fill(number);
    if (way) await section('telephone').getByText(way).click();
    await ada.press('Send the code');
    await ada.page.getByLabel('Code', { exact: true }).waitFor();
  }

  async function enter(code: string): Promise<void> {
    await ada.page.getByLabel('Code', { exact: true }).fill(code);
    await ada.press('Verify');
    await section('telephone').getByText(`${masked()}, verified on`).waitFor();
  }

  function textedCode(): string {
    return line.twilio.texts.findLast(({ to }) => to === number)!.body.match(/\d{6}/)![0];
  }

  /** From nothing to a telephone that rings, by what the page offers alone. */
  async function moveToTelephone(): Promise<void> {
    await askForCode();
    await enter(textedCode());
    await ada.press('I agree');
    await section('telephone').getByText('You agreed on').waitFor();
    await section('telephone').getByText('On the telephone', { exact: true }).click();
    await ada.page.locator('.toast', { hasText: 'Calls ring on the telephone from now on.' }).waitFor();
  }

  it('goes from a number to a test call that rings there, and tells how it ended and what it cost', async () => {
    await moveToTelephone();
    await section('telephone').getByRole('button', { name: 'Make a test call' }).click();
    const told = ada.page.locator('#test-call-state');
    const ring = await line.twilio.ringing(number);
    await told.getByText(masked()).waitFor();
    const talk = await ring.pickUp();
    await told.getByText('You are on the telephone with Callivate.').waitFor();
    await talk.say('Hello?');
    await talk.hears(/Callivate/);
    await talk.hangUp();
    await told.getByText('It was answered.').waitFor();
    expect(await ada.ring.isVisible()).toBe(false);
    await ada.picture('16-test-call');

    await openSection('calls');
    const call = ada.page.locator('.past-call');
    await call.getByText('A test call').waitFor();
    await call.getByText(/^On the telephone · \d+ s · about \d\.\d\d, by our estimate$/).waitFor();
    await call.locator('summary').click();
    await call.getByText('Hello?').waitFor();
    await ada.picture('16-calls');
    await ada.press('Clear call history…');
    await ada.press('Clear it');
    await ada.page.getByText('There were no calls yet.').waitFor();
  });

  it('shows that a habit is asked about on the telephone, and what was answered there', async () => {
    await ada.makeHabit('Read ten pages');
    await moveToTelephone();
    await ada.page.keyboard.press('Escape');
    await ada.page.locator('#habits').getByRole('button', { name: 'Call me now: Read ten pages' }).click();
    const talk = await (await line.twilio.ringing(number)).pickUp();
    await ada.page.locator('#banner-telephone', { hasText: 'About: Read ten pages.' }).waitFor();
    expect(await ada.ring.isVisible()).toBe(false);
    await talk.say('Hello?');
    await talk.hears(/\?/);
    await talk.say('yes, just finished');
    await ada.page.locator('#streak-number', { hasText: /^1$/ }).waitFor({ timeout: 30_000 });
    await ada.page.locator('#banner-telephone').waitFor({ state: 'detached', timeout: 30_000 });
  });

  it('takes a code that is spoken, after a wrong one', async () => {
    await askForCode('Spoken, in a call');
    await section('telephone').getByText(`We call ${masked()} and say a code.`).waitFor();
    const said = line.twilio.announcements.findLast(({ to }) => to === number)!;
    const code = said.text.match(/\d(, \d){5}/)![0].replaceAll(', ', '');
    await ada.page.getByLabel('Code', { exact: true }).fill(code === '000000' ? '000001' : '000000');
    await ada.press('Verify');
    await ada.page.locator('#problem-code', { hasText: '4 tries are left.' }).waitFor();
    await enter(code);
  });

  it('refuses a number that is not called, at its field', async () => {
    number = '+442079460000';
    await openSection('telephone');
    await ada.page.getByLabel('Telephone number').fill(number);
    await ada.press('Send the code');
    await ada.page.locator('#problem-number', { hasText: 'We do not call numbers of this country yet.' }).waitFor();
    await ada.untilFocused('field-number');
  });

  it('tells that the number was stopped by text, until START comes from it', async () => {
    await moveToTelephone();
    await line.twilio.textIn(number, 'STOP');
    await ada.page.reload();
    await ada.page.locator('#banner-number-stopped', { hasText: 'text START from it' }).waitFor();
    await openSection('telephone');
    await section('telephone').getByText('text START from it to +14155550100').waitFor();
    await line.twilio.textIn(number, 'START');
    await ada.page.reload();
    await ada.page.locator('#day').waitFor();
    await ada.page.locator('#banner-number-stopped').waitFor({ state: 'detached' });
  });

  it('rings in the app once the consent is withdrawn, and nobody calls the number', async () => {
    await ada.makeHabit('Read ten pages');
    await moveToTelephone();
    await ada.press('Withdraw…');
    await ada.press('Withdraw it');
    await section('telephone').getByText('You took it back on').waitFor();
    expect(await ada.page.getByLabel('In the app').isChecked()).toBe(true);
    expect(await ada.page.getByLabel('On the telephone').isDisabled()).toBe(true);
    await ada.page.keyboard.press('Escape');
    await ada.page.locator('#habits').getByRole('button', { name: 'Call me now: Read ten pages' }).click();
    await ada.ring.waitFor();
    expect(line.twilio.calls.filter(({ to }) => to === number)).toEqual([]);
  });

  it('hands out the card of the number that calls', async () => {
    await openSection('telephone');
    const link = ada.page.getByRole('link', { name: 'Save Callivate as a contact' });
    const [file] = await Promise.all([ada.page.waitForEvent('download'), link.click()]);
    expect(file.suggestedFilename()).toBe('callivate.vcf');
    expect(await readFile(await file.path(), 'utf8')).toContain('tel:+14155550100');
  });

  it('keeps hours by the day, and silence until a moment by the clock of the person', async () => {
    await ada.press('Settings of Ada');
    await ada.page.locator('#days-otherwise > summary').click();
    await ada.page.getByLabel('Saturday', { exact: true }).selectOption('other hours');
    await ada.page.getByLabel('Saturday, from').fill('22:00');
    await ada.page.getByLabel('Saturday, until').fill('01:30');
    await ada.page.getByLabel('Sunday', { exact: true }).selectOption('quiet, no calls');
    await ada.press('Save');
    await ada.page.locator('.toast', { hasText: 'Saved.' }).waitFor();
    await openSection('silence');
    await ada.page.getByLabel('Silent until').fill('2040-01-02T07:30');
    await ada.press('Be silent');
    await ada.page.reload();
    await ada.press('Settings of Ada');
    await ada.page.locator('#days-otherwise > summary', { hasText: 'Sat, Sun' }).waitFor();
    await section('silence').locator('summary').click();
    await ada.page.getByText('No call is made before Mon 2 Jan, 07:30.').waitFor();
  });

  it('stops all calls and allows them again, from the settings', async () => {
    await ada.press('Settings of Ada');
    await ada.press('Stop all calls');
    await ada.page.locator('#banner-stopped').waitFor();
    await ada.press('Settings of Ada');
    await ada.page.locator('dialog.sheet').getByRole('button', { name: 'Allow calls again' }).click();
    await ada.page.locator('#banner-stopped').waitFor({ state: 'detached' });
  });
});
