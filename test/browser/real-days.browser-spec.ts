import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { type RunningApp, startApp } from './support/app';
import { launchChromium, zoneAtNoon } from './support/chromium';
import { NO_FINDINGS, PhonePage } from './support/phone-page';
import { plusDays } from './support/scripted-life';

const DESK = { viewport: { width: 1280, height: 860 } };

/** What the page shows of days and habits, with the API itself behind it. */
describe('Days and habits, for real', () => {
  let app: RunningApp;
  let browser: Browser;
  let context: BrowserContext;
  let ada: PhonePage;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), launchChromium()]);
  });

  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  beforeEach(async () => {
    context = await browser.newContext({ timezoneId: zoneAtNoon(), ...DESK });
    ada = await PhonePage.open(context, app.url);
    await ada.signIn('Ada');
  });

  afterEach(async () => {
    await context.close();
    expect(ada.complaints).toEqual([]);
  });

  it('opens a habit at its own address, puts it away and takes it out again', async () => {
    await ada.makeHabit('Read ten pages');
    await openPageOf('Read ten pages');
    await ada.page.reload();
    await ada.page.getByRole('heading', { name: 'Read ten pages', level: 1 }).waitFor();
    await ada.press('Archive');
    await ada.page.getByText('Put away: it neither rings nor counts.').waitFor();
    await ada.press('Take it out again');
    await ada.page.getByText(/^Next: /).waitFor();
    await ada.page.getByRole('link', { name: 'Today' }).click();
    await ada.page.locator('#day').waitFor();
  });

  it('skips a day because of an illness, says so in the calendar, and takes it back', async () => {
    await ada.makeHabit('Run');
    await ada.page.locator('.month .is-today').click();
    const run = ada.page.locator('dialog .moment', { hasText: 'Run' });
    await run.getByRole('button', { name: 'Another answer: Run' }).click();
    await run.getByText('Skipped', { exact: true }).click();
    await run.getByLabel('Why', { exact: true }).selectOption('Sick');
    await run.getByRole('button', { name: 'Save' }).click();
    await run.getByText('Skipped · sick').waitFor();
    await ada.page.locator('.month .is-today.sun-skipped').waitFor();
    await run.getByRole('button', { name: 'Undo: Run' }).click();
    await run.getByText('Rings at 23:30').waitFor();
  });

  it('tells at the fields what is wrong with a schedule, and keeps an end and a zone', async () => {
    await ada.press('New habit');
    await ada.page.getByLabel('What', { exact: true }).fill('Swim');
    await ada.page.getByText('Another rule').click();
    await ada.page.getByLabel('Rule', { exact: true }).fill('FREQ=DAILY;BYSETPOS=1');
    await ada.press('Make it a habit');
    await ada.page.locator('.field', { hasText: 'BYSETPOS picks from the dates' }).waitFor();
    await ada.page.getByLabel('Rule', { exact: true }).fill('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1');
    await ada.page.getByText('Goal, start and end, time zone').click();
    await ada.page.getByLabel('Until').fill('2099-01-31');
    await ada.page.getByLabel('By the clock of').selectOption('Asia/Tokyo');
    await ada.press('Make it a habit');
    await ada.page
      .locator('#habits')
      .getByText(/until 2099-01-31 \(Asia\/Tokyo\)/)
      .waitFor();
  });

  it('keeps single changes that fit a new schedule, and tells of those that go with their time before they go', async () => {
    await ada.makeHabit('Read ten pages');
    await openPageOf('Read ten pages');
    await ada.page.locator('#habit-coming li').first().getByRole('button').click();
    await ada.press('Cancel this one');
    const changed = ada.page.locator('#changes', { hasText: 'left out' });
    await changed.waitFor();

    await ada.press('Edit');
    await ada.press('Another time');
    await ada.page.getByLabel('Time', { exact: true }).last().fill('22:00');
    await ada.page.locator('.preview-text', { hasText: '22:00 and 23:30' }).waitFor();
    expect(await ada.page.locator('.preview-gone').textContent()).toBe('');
    await ada.press('Save');
    await ada.page.locator('.habit-when', { hasText: '22:00 and 23:30' }).waitFor();
    await changed.waitFor();

    await ada.press('Edit');
    await ada.page.getByLabel('When, in words').fill('every day at 21:00');
    await ada.page.getByText(/^The change of \w+ \d+ \w+, 23:30 goes with the time it was of\.$/).waitFor();
    await ada.picture('15-change-goes');
    await ada.press('Save');
    await ada.page.locator('.habit-when', { hasText: /^Every day at 21:00$/ }).waitFor();
    await changed.waitFor({ state: 'detached' });
  });

  it('undoes a move to where the new schedule has a moment of its own, and says so before', async () => {
    await ada.makeHabit('Read ten pages');
    await openPageOf('Read ten pages');
    await ada.page.locator('#habit-coming li').first().getByRole('button').click();
    await ada.page.getByLabel('At', { exact: true }).fill('22:00');
    await ada.press('Move it');
    await ada.page.locator('#changes', { hasText: 'moved to' }).waitFor();
    await ada.press('Edit');
    await ada.press('Another time');
    await ada.page.getByLabel('Time', { exact: true }).last().fill('22:00');
    await ada.page.getByText(/23:30 is no longer moved: \w+ \d+ \w+, 22:00 does not fit any more\.$/).waitFor();
    await ada.press('Save');
    await ada.page.locator('#changes').waitFor({ state: 'detached' });
  });

  it('does not save what makes a single change go before that was told', async () => {
    await ada.makeHabit('Read ten pages');
    await openPageOf('Read ten pages');
    await ada.page.locator('#habit-coming li').first().getByRole('button').click();
    await ada.press('Cancel this one');
    await ada.page.locator('#changes').waitFor();
    await ada.press('Edit');
    await ada.page.locator('.preview-moments', { hasText: 'Next: ' }).waitFor();
    await ada.page.evaluate(`{
      const time = document.querySelector('dialog [name=times]');
      time.value = '21:00';
      time.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector('dialog [type=submit]').click();
    }`);
    await ada.page.getByText('Not saved yet.').waitFor();
    await ada.page.getByText('goes with the time it was of.').waitFor();
    await ada.press('Save');
    await ada.page.locator('.habit-when', { hasText: /^Every day at 21:00$/ }).waitFor();
  });

  it('takes single changes that are said in words', async () => {
    const canceled = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await ada.press('New habit');
    await ada.page.getByLabel('What', { exact: true }).fill('Swim');
    await ada.page.getByLabel('When, in words').fill(`every day at 23:30, but not on ${canceled}`);
    await ada.press('Make it a habit');
    await openPageOf('Swim');
    await ada.page.locator('#changes', { hasText: 'left out' }).waitFor();
  });

  it.each([
    ['once on 2020-01-01 at 07:00', 'All of this schedule is past'],
    ['every day at 07:00, zigzag', '"zigzag" was not understood.'],
    [`every day at ${Array.from({ length: 25 }, (_, minute) => `7:${minute + 10}`).join(', ')}`, 'at most 24'],
  ])('says beside the form why it refuses "%s"', async (words, why) => {
    await ada.press('New habit');
    await ada.page.getByLabel('When, in words').fill(words);
    await ada.page.locator('.preview-text', { hasText: why }).waitFor();
  });

  it('shows what a call was asked to remember, and forgets it', async () => {
    await ada.makeHabit('Read ten pages');
    await ada.callMeNow('Read ten pages');
    await ada.answer();
    await ada.say('no because the kids were sick');
    await ada.page.getByText('Shall I remember that for next time?').waitFor();
    await ada.say('yes');
    await ada.press('Back to today');
    await openPageOf('Read ten pages');
    const memory = ada.page.locator('#memory', { hasText: '“the kids were sick”' });
    await memory.getByText('the next call tells it back').waitFor();
    expect(await ada.check()).toEqual(NO_FINDINGS);
    await ada.picture('17-memory');
    await memory.getByRole('button', { name: 'Forget what you said' }).click();
    await memory.waitFor({ state: 'detached' });
    await ada.page.reload();
    await ada.page.locator('#habit-coming').waitFor();
    expect(await memory.count()).toBe(0);
  });

  it('says when it is paused, until a day and for everything', async () => {
    await ada.makeHabit('Read ten pages');
    await openPageOf('Read ten pages');
    await ada.press('Pause');
    await ada.page.getByText('Until a date').click();
    await ada.page.getByLabel('Back on').fill('2098-12-01');
    await ada.page.locator('dialog').getByRole('button', { name: 'Pause' }).click();
    await ada.page.getByText('Paused, until Monday 1 December.').waitFor();
    await ada.press('Resume');
    await ada.press('Settings of Ada');
    await ada.page.locator('#settings-pause summary').click();
    await ada.press('Pause everything…');
    await ada.page.locator('dialog').getByRole('button', { name: 'Pause', exact: true }).click();
    await ada.page.getByText('Everything is paused.').first().waitFor();
    await ada.page.locator('#banner-paused').getByRole('button').click();
    await ada.page.locator('#banner-paused').waitFor({ state: 'detached' });
  });

  it('adds up a number and tells what was said', async () => {
    await ada.press('New habit');
    await ada.page.getByLabel('What', { exact: true }).fill('Drink water');
    await ada.page.getByText('A number').click();
    await ada.page.getByLabel('Number', { exact: true }).fill('8');
    await ada.page.getByLabel('Of what').fill('glasses');
    await ada.page.getByLabel('Time', { exact: true }).fill('23:30');
    await ada.press('Make it a habit');
    const water = ada.moment('Drink water');
    for (const [way, question, count] of [
      ['Add', /more/, '3'],
      ['Set the total', /in all/, '9'],
    ] as const) {
      await water.getByRole('button', { name: `${way}: Drink water` }).click();
      await water.getByLabel(question).fill(count);
      await water.locator('form [type=submit]').click();
      await water.getByText(`${count} of 8 glasses`).waitFor();
    }
    await water.getByText('Done, 9 glasses').waitFor();
    await water.getByRole('button', { name: /^Why/ }).click();
    await ada.page.getByText('3 glasses more, 3 in all').waitFor();
  });

  it('brings days back from before the habit was there', async () => {
    await ada.makeHabit('Read ten pages');
    await ada.press('Previous month');
    await ada.page.locator('.month [data-day$="-14"]').click();
    await ada.page.getByText('Add what is not here').click();
    await ada.press('Add');
    await ada.page.locator('dialog .moment', { hasText: 'added later' }).waitFor();
  });

  it('shows a day that was told of and taken back as one that was never asked for', async () => {
    await ada.makeHabit('Read ten pages');
    const today = (await ada.page.locator('.month .is-today').getAttribute('data-day')) as string;
    const yesterday = plusDays(today, -1);
    if (yesterday.slice(0, 7) !== today.slice(0, 7)) await ada.press('Previous month');
    await ada.page.locator(`.month [data-day="${yesterday}"]`).click();
    await ada.page.getByText('Add what is not here').click();
    await ada.press('Add');
    await ada.press('Undo: Read ten pages');
    await expectUnasked(ada.page.locator('dialog .moment'));
    await ada.picture('16-not-asked');
    await ada.page.keyboard.press('Escape');
    await openPageOf('Read ten pages');
    await expectUnasked(ada.page.locator('#lately .moment'));
  });

  it('makes the address of the calendar, which is there until it is revoked', async () => {
    await ada.press('Settings of Ada');
    await ada.page.locator('#settings-feed summary').click();
    await ada.press('Make an address');
    const address = await ada.page.getByLabel('Address of your calendar').inputValue();
    expect(await (await fetch(address)).text()).toContain('BEGIN:VCALENDAR');
    await ada.press('Revoke');
    await ada.press('Revoke the address');
    await ada.page.getByRole('button', { name: 'Make an address' }).waitFor();
    expect((await fetch(address)).ok).toBe(false);
  });

  it('shows the coming days and one habit of the month alone', async () => {
    await ada.makeHabit('Read ten pages');
    await ada.makeHabit('Run');
    await ada.page.locator('#coming summary').first().click();
    expect(await ada.page.locator('#coming details[open] li').count()).toBe(2);
    await ada.page.getByLabel('Which habit').selectOption('Run');
    await ada.page.locator('.month .is-today[data-habit]').click();
    await ada.page.locator('dialog .moment').waitFor();
    expect(await ada.page.locator('dialog .moment h3').allTextContents()).toEqual(['Run']);
  });

  it('takes in a table of past days', async () => {
    await ada.press('Settings of Ada');
    await ada.page.locator('#settings-import summary').click();
    await ada.press('Choose a file…');
    const rows = 'habit,date,status\nStretch,2026-03-02,completed\nStretch,2026-02-30,completed\n';
    await ada.page
      .getByLabel('File')
      .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
    await ada.press('Look at it');
    await ada.page.getByText('Not taken: 1 row').waitFor();
    await ada.press('Take it in');
    await ada.page.getByText('This came in: 1 habit').waitFor();
  });

  async function expectUnasked(moment: Locator): Promise<void> {
    await moment.getByText('Not asked for, so it does not count').waitFor();
    expect(await moment.getByRole('button', { name: /^Undo/ }).count()).toBe(0);
    expect(await moment.getByRole('button', { name: /^Another answer/ }).count()).toBe(1);
  }

  async function openPageOf(title: string): Promise<void> {
    await ada.page.locator('#habits').getByRole('link', { name: title }).click();
    await ada.page.getByRole('heading', { name: title, level: 1 }).waitFor();
  }
});
