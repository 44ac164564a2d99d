import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { launchChromium } from './support/chromium';
import { NO_FINDINGS, PhonePage } from './support/phone-page';
import { ScriptedApi } from './support/scripted-api';

const POCKET = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 860 } };

describe('The page of a life with habits', () => {
  const api = new ScriptedApi();
  let url: string;
  let browser: Browser;
  let context: BrowserContext;
  let phone: PhonePage;

  beforeAll(async () => {
    [url, browser] = await Promise.all([api.start(), launchChromium()]);
  });

  afterAll(async () => {
    await browser?.close();
    await api.stop();
  });

  afterEach(async () => {
    await context.close();
    expect(phone.complaints).toEqual([]);
  });

  async function at(
    place: string,
    size: 'few' | 'many' | 'none' = 'few',
    options: BrowserContextOptions = POCKET,
  ): Promise<PhonePage> {
    api.begin(size);
    context = await browser.newContext({ timezoneId: 'UTC', ...options });
    phone = await PhonePage.open(context, url + place);
    await phone.page.getByLabel('E-mail').fill('ada@example.com');
    await phone.press('Sign in');
    await phone.page.locator('body:is([data-page=home], [data-page=habit])').waitFor();
    return phone;
  }

  it.each([
    ['in a pocket, by day', { ...POCKET, colorScheme: 'light' as const }],
    ['in a pocket, by night', { ...POCKET, colorScheme: 'dark' as const }],
    ['on a desk, by day', { ...DESK, colorScheme: 'light' as const }],
    ['on a desk, by night', { ...DESK, colorScheme: 'dark' as const }],
  ])('can be read, named and touched %s', async (where, options) => {
    const ada = await at('', 'many', options);
    const look = async (what: string, whole = false) => {
      await ada.picture(`9-${where.replaceAll(/\W+/g, '-')}-${what}`, { whole });
      expect({ what, ...(await ada.check()) }).toEqual({ what, ...NO_FINDINGS });
    };
    const away = () => ada.page.keyboard.press('Escape');
    await ada.page.locator('#coming details').first().click();
    await look('home', true);
    await ada.page.locator('#day-2026-11-23').click();
    await ada.page.locator('dialog .moment').first().waitFor();
    await ada.page
      .locator('dialog')
      .getByRole('button', { name: /^Change/ })
      .first()
      .click();
    await ada.page.locator('#backfill summary').click();
    await look('day');
    await away();
    await ada.press('New habit');
    await ada.page.getByText('Goal, start and end, time zone').click();
    await look('form');
    await away();
    await ada.press('Settings of Ada');
    for (const fold of await ada.page.locator('dialog summary').all()) await fold.click();
    await ada.press('Make an address');
    await ada.page.locator('#feed-address').waitFor();
    await ada.page.locator('#settings-import').scrollIntoViewIfNeeded();
    await look('settings');
    await ada.press('Choose a file…');
    await ada.page
      .getByLabel('File')
      .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from('habit,date') });
    await ada.press('Look at it');
    await ada.page.getByText('Not taken: 1 row').waitFor();
    await look('import');
    await away();
    await away();
    for (const id of ['6', '3']) {
      await ada.page.goto(`${url}#/habits/${id}`);
      await ada.page.locator('#strength').waitFor();
      await look(`habit-${id}`, true);
    }
  });
});
