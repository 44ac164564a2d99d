import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { launchChromium } from './chromium';
import { PhonePage } from './phone-page';
import { ScriptedApi } from './scripted-api';

export const POCKET = { viewport: { width: 390, height: 844 } };

/** The page before a scripted life, for the tests of one suite: each opens it anew, and the browser must not complain. */
export class ScriptedPage {
  readonly api = new ScriptedApi();
  url = '';
  private browser: Browser | undefined;
  private context: BrowserContext | undefined;
  private phone: PhonePage | undefined;

  constructor() {
    beforeAll(async () => {
      [this.url, this.browser] = await Promise.all([this.api.start(), launchChromium()]);
    });

    afterAll(async () => {
      await this.browser?.close();
      await this.api.stop();
    });

    afterEach(async () => {
      await this.context?.close();
      expect(this.phone?.complaints).toEqual([]);
    });
  }

  /** Ada, signed in, at a place of the page; `script` runs in her browser before the page does. */
  async open(
    place = '',
    size: 'few' | 'many' | 'none' = 'few',
    options: BrowserContextOptions = POCKET,
    script = '',
  ): Promise<PhonePage> {
    this.api.begin(size);
    this.context = await this.browser!.newContext({ timezoneId: 'UTC', ...options });
    await this.context.addInitScript(script);
    const phone = await PhonePage.open(this.context, this.url + place);
    this.phone = phone;
    await phone.page.getByLabel('E-mail').fill('ada@example.com');
    await phone.press('Sign in');
    await phone.page.locator('body:is([data-page=home], [data-page=habit])').waitFor();
    return phone;
  }
}
