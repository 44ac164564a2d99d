import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { type RunningApp, startApp } from './support/app';
import { launchChromium, zoneAtNoon } from './support/chromium';
import { NO_FINDINGS, PhonePage } from './support/phone-page';

const POCKET = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 860 } };

describe('The browser phone', () => {
  let app: RunningApp;
  let browser: Browser;
  let context: BrowserContext;
  let phones: PhonePage[];

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), launchChromium()]);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  afterEach(async () => {
    await context.close();
    expect(phones.flatMap((phone) => phone.complaints)).toEqual([]);
  });

  async function phoneIn(options: BrowserContextOptions): Promise<PhonePage> {
    context = await browser.newContext({ timezoneId: zoneAtNoon(), ...options });
    phones = [];
    return anotherTab();
  }

  async function anotherTab(): Promise<PhonePage> {
    const phone = await PhonePage.open(context, app.url);
    phones.push(phone);
    return phone;
  }

  async function adaWith(title: string, options: BrowserContextOptions = POCKET): Promise<PhonePage> {
    const ada = await phoneIn(options);
    await ada.signIn('Ada');
    await ada.makeHabit(title);
    return ada;
  }

  it('rings, hears "yes, just finished", and shows a streak of 1', async () => {
    const ada = await phoneIn(POCKET);
    await ada.picture('1-welcome');
    await ada.signIn('Ada');
    await ada.makeHabit('Read ten pages');
    await ada.callMeNow('Read ten pages');
    expect(await ada.focusedId()).toBe('call-answer');
    await ada.ring.getByText('Callivate · Sarah', { exact: true }).waitFor();
    await ada.picture('2-ring');
    await ada.answer();
    await ada.picture('3-talk');
    await ada.say('yes, just finished');
    await ada.page.getByRole('button', { name: 'Back to today' }).waitFor();
    expect(await ada.ring.textContent()).toContain('The first day of a new streak.');
    await ada.picture('4-outcome');
    await ada.press('Back to today');
    await ada.page.locator('#streak-number', { hasText: /^1$/ }).waitFor();
    await ada.moment('Read ten pages').getByText('yes, just finished').waitFor();
    await ada.page.locator('.sun-completed.is-today').waitFor();
    await ada.picture('5-today', { whole: true });
  });

  it('stops ringing when the call is declined', async () => {
    const ada = await adaWith('Walk outside');
    await ada.callMeNow('Walk outside');
    await ada.press('Decline');
    await ada.ring.waitFor({ state: 'hidden' });
    expect(await ada.focusedId()).toMatch(/^call-now-/);
    expect(await ada.page.locator('#streak-number').textContent()).toBe('0');
  });

  it('is answered by the keyboard alone, and takes its digits for keys of the phone', async () => {
    const ada = await adaWith('Stretch');
    await ada.callMeNow('Stretch');
    await ada.page.keyboard.press('Enter');
    await ada.page.locator('.line-callivate').first().waitFor();
    await ada.page.keyboard.press('3');
    await ada.ring.getByText('3 · Skip').waitFor();
    await ada.page.getByRole('button', { name: 'Back to today' }).waitFor();
    await ada.page.keyboard.press('Escape');
    await ada.ring.waitFor({ state: 'hidden' });
    await ada.page.locator('.moment-skipped').waitFor();
  });

  it('does not call any more after key 9, until calls are allowed again', async () => {
    const ada = await adaWith('Floss');
    await ada.callMeNow('Floss');
    await ada.answer();
    await ada.page.locator('#call-key-9').click();
    await ada.press('Back to today');
    await ada.page.getByText('Callivate does not call you.').waitFor();
    await ada.picture('6-stopped');
    await ada.press('Allow calls again');
    await ada.page.getByText('Callivate does not call you.').waitFor({ state: 'detached' });
  });

  it('only falls silent at Escape, and the call can still be answered', async () => {
    const ada = await adaWith('Meditate', { ...POCKET, colorScheme: 'dark', reducedMotion: 'reduce' });
    await ada.callMeNow('Meditate');
    await ada.page.keyboard.press('Escape');
    await ada.ring.getByText('Silenced. You can still answer.').waitFor();
    await ada.page.keyboard.press('Escape');
    expect(await ada.ring.isVisible()).toBe(true);
    await ada.answer();
    expect(await ada.focusedId()).toBe('call-title');
    await ada.press('Hang up');
    await ada.page.getByRole('button', { name: 'Back to today' }).waitFor();
  });

  it('rings in one of two tabs, shows it in both, and is answered for both', async () => {
    const ada = await adaWith('Water the plants', DESK);
    const other = await anotherTab();
    await other.page.locator('#day').waitFor();
    await ada.callMeNow('Water the plants');
    await other.ring.waitFor();
    const bells = await ada.page.evaluate<number>(
      'navigator.locks.query().then(({ held }) => held.filter(({ name }) => name === "callivate.bell").length)',
    );
    expect(bells).toBe(1);
    await other.answer();
    await ada.ring.waitFor({ state: 'hidden' });
    await other.say('not yet');
    await other.page.getByRole('button', { name: 'Back to today' }).waitFor();
  });

  it('shows on return a call that rang for nobody', async () => {
    const ada = await adaWith('Practise the piano');
    await ada.callMeNow('Practise the piano');
    await ada.press('Decline');
    await ada.page.route('**/api/v1/calls?*', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('"declined"', '"no-answer"') });
    });
    await ada.page.reload();
    const banner = ada.page.locator('#banners', {
      hasText: /You missed a call at \d\d:\d\d\. It was about Practise the piano\./,
    });
    await banner.getByRole('button', { name: 'Done', exact: true }).click();
    await ada.page.locator('#streak-number', { hasText: /^1$/ }).waitFor();
    await banner.waitFor({ state: 'detached' });
  });

  it('puts the words of the server at the field they are about', async () => {
    const ada = await phoneIn(POCKET);
    await ada.signIn('Ada');
    await ada.press('New habit');
    await ada.press('Make it a habit');
    await ada.page.locator('#problem-title').waitFor();
    expect(await ada.page.getByLabel('What', { exact: true }).getAttribute('aria-describedby')).toBe('problem-title');
    await ada.picture('7-problem');
  });

  it('says in one sentence that the service has no telephone line', async () => {
    const ada = await phoneIn(POCKET);
    await ada.signIn('Ada');
    await ada.press('Settings of Ada');
    await ada.page.locator('#settings-telephone summary').click();
    await ada.page.getByText('This service has no telephone line: calls ring in the app.').waitFor();
  });

  it.each([
    ['in a pocket, by day', { ...POCKET, colorScheme: 'light' as const }],
    ['in a pocket, by night', { ...POCKET, colorScheme: 'dark' as const }],
    ['on a desk, by day', { ...DESK, colorScheme: 'light' as const }],
    ['on a desk, by night', { ...DESK, colorScheme: 'dark' as const }],
  ])('can be read, named and touched %s', async (where, options) => {
    const ada = await phoneIn(options);
    const look = async (what: string) => {
      await ada.picture(`8-${where.replaceAll(/\W+/g, '-')}-${what}`, { whole: what === 'home' });
      expect({ what, ...(await ada.check()) }).toEqual({ what, ...NO_FINDINGS });
    };
    await look('welcome');
    await ada.signIn('Ada');
    await ada.makeHabit('Read ten pages');
    await look('home');
    for (const [what, opener] of [
      ['form', 'New habit'],
      ['settings', 'Settings of Ada'],
      ['why', 'Why?: Read ten pages'],
    ] as const) {
      await ada.press(opener);
      await ada.page.locator('dialog[open]').waitFor();
      await look(what);
      await ada.page.keyboard.press('Escape');
    }
    await ada.callMeNow('Read ten pages');
    await look('ring');
    await ada.answer();
    await look('talk');
  });
});
