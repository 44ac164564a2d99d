import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, ConsoleMessage, Locator, Page } from 'playwright-core';

const PICTURES = 'test-results';
const PATIENCE_MS = 15_000;
const CHECKS = readFileSync(join(__dirname, 'in-page-checks.js'), 'utf8');

export interface Findings {
  /** Controls a screen reader could only call "button". */
  nameless: string[];
  /** Words whose contrast is below AA, with the ratio. */
  pale: string[];
  /** Controls too small for a finger (24 by 24 px, WCAG 2.5.8). */
  tiny: string[];
  /** Whether the page must be scrolled sideways. */
  tooWide: boolean;
}

export const NO_FINDINGS: Findings = { nameless: [], pale: [], tiny: [], tooWide: false };

/** The page as a person uses it. */
export class PhonePage {
  /** What the browser complained about, except refusals of the API that the page shows itself. */
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {
    page.on('console', (message) => this.note(message));
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async open(context: BrowserContext, url: string): Promise<PhonePage> {
    context.setDefaultTimeout(PATIENCE_MS);
    const phone = new PhonePage(await context.newPage());
    await phone.page.goto(url);
    return phone;
  }

  async signIn(name: string): Promise<void> {
    await this.page.getByLabel('E-mail').fill(`${name.toLowerCase()}-${process.hrtime.bigint()}@example.com`);
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.press('Sign in');
    await this.page.locator('#day').waitFor();
  }

  /** A habit of every evening, so that the day still has it before it. */
  async makeHabit(title: string): Promise<void> {
    await this.press('New habit');
    await this.page.getByLabel('What', { exact: true }).fill(title);
    await this.page.getByLabel('Time', { exact: true }).fill('23:30');
    await this.press('Make it a habit');
    await this.moment(title).waitFor();
  }

  async callMeNow(title: string): Promise<void> {
    await this.page
      .locator('#habits')
      .getByRole('button', { name: `Call me now: ${title}` })
      .click();
    await this.ring.waitFor();
  }

  async answer(): Promise<void> {
    await this.press('Answer');
    await this.page.locator('.line-callivate').first().waitFor();
  }

  async say(words: string): Promise<void> {
    await this.page.getByLabel('Your answer').fill(words);
    await this.page.keyboard.press('Enter');
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** The full-screen moment, whatever phase it is in. */
  get ring(): Locator {
    return this.page.getByRole('alertdialog');
  }

  moment(title: string): Locator {
    return this.page.locator('.moment', { hasText: title });
  }

  focusedId(): Promise<string> {
    return this.page.evaluate<string>('document.activeElement.id');
  }

  async untilFocused(id: string): Promise<void> {
    await this.page.locator(`[id="${id}"]:focus`).waitFor();
  }

  check(): Promise<Findings> {
    return this.page.evaluate<Findings>(CHECKS);
  }

  async picture(name: string, { whole = false } = {}): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: whole, animations: 'disabled' });
  }

  private note(message: ConsoleMessage): void {
    const isRefusal = /Failed to load resource.*\b4\d\d\b/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !isRefusal) this.complaints.push(message.text());
  }
}
