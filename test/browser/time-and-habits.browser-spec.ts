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

  describe('the month', () => {
    it('is walked by the arrow keys, over its edges too, and opens a day by Enter', async () => {
      const ada = await at('', 'few', DESK);
      await ada.page.locator('#day-2026-11-25').focus();
      await ada.page.keyboard.press('ArrowUp');
      await ada.page.keyboard.press('ArrowLeft');
      await expectFocus(ada, 'day-2026-11-17');
      await ada.page.keyboard.press('PageUp');
      await expectFocus(ada, 'day-2026-10-17');
      await ada.page.keyboard.press('Home');
      await expectFocus(ada, 'day-2026-10-12');
      await ada.page.keyboard.press('Enter');
      await ada.page.getByRole('heading', { name: 'Monday 12 October' }).waitFor();
      await ada.page.keyboard.press('Escape');
      await expectFocus(ada, 'day-2026-10-12');
      expect(await ada.page.locator('.month [data-day][tabindex="0"]').count()).toBe(1);
    });

    it('marks the day a freeze has kept, and shows one habit alone', async () => {
      const ada = await at('');
      await ada.page.getByRole('button', { name: /^Sunday 8 November: .*kept by a freeze/ }).waitFor();
      await ada.page.getByLabel('Which habit').selectOption('Coffee');
      await ada.page.getByRole('button', { name: 'Sunday 8 November: skipped, 0 of 1 done', exact: true }).click();
      await ada.page.locator('dialog .moment').waitFor();
      expect(await ada.page.locator('dialog .moment h3').allTextContents()).toEqual(['Coffee']);
      await ada.page.getByText('Skipped · sick · A cold.').waitFor();
    });

    it('corrects a day: skipped after all, because of an illness', async () => {
      const ada = await at('');
      await ada.page.locator('#day-2026-11-23').click();
      await ada.press('Change: Read ten pages');
      await ada.page.locator('dialog .moment').getByText('Skipped', { exact: true }).click();
      await ada.page.locator('dialog .moment').getByLabel('Why', { exact: true }).selectOption('Sick');
      await ada.page.locator('dialog .moment').getByLabel('Note').fill('A cold.');
      await ada.picture('10-correcting');
      await ada.page.locator('dialog .moment').getByRole('button', { name: 'Save' }).click();
      await ada.page.locator('dialog').getByText('Skipped · sick · A cold.').waitFor();
      expect(api.bodyOf('PUT', '/occurrences/1-2026-11-23-0700/check-in')).toEqual({
        status: 'skipped',
        reason: 'sick',
        note: 'A cold.',
      });
      await ada.press('Undo: Read ten pages');
      await ada.page.locator('dialog .moment-missed', { hasText: 'Read ten pages' }).waitFor();
    });

    it('says at the form why an answer is refused, and keeps what was written', async () => {
      const ada = await at('');
      await ada.page.locator('#day-2026-11-23').click();
      await ada.press('Change: Read ten pages');
      const row = ada.page.locator('dialog .moment', { hasText: 'Read ten pages' });
      await row.getByLabel('Note').fill('x');
      const errors = [{ pointer: '/note', message: 'This note is too plain.' }];
      api.refusals.set('PUT /occurrences/1-2026-11-23-0700/check-in', {
        status: 400,
        problem: { detail: 'No.', errors },
      });
      await row.getByRole('button', { name: 'Save' }).click();
      await row.getByText('This note is too plain.').waitFor();
      expect(await row.getByLabel('Note').inputValue()).toBe('x');
    });

    it('adds a day from before the habit was there', async () => {
      const ada = await at('');
      for (let month = 0; month < 6; month += 1) await ada.press('Previous month');
      await ada.page.locator('#day-2026-05-14').click();
      await ada.page.getByText('Nothing was due on this day.').waitFor();
      await ada.page.getByText('Add what is not here').click();
      await ada.page.locator('dialog').getByLabel('Habit').selectOption('Run');
      expect(await ada.page.locator('dialog').getByLabel('Time').inputValue()).toBe('18:00');
      await ada.press('Add');
      await ada.page.locator('#backfill:not([open])').waitFor();
      expect(api.bodyOf('PUT', '/habits/4/days/2026-05-14/18:00/check-in')).toEqual({
        status: 'completed',
        note: null,
      });
    });
  });

  describe('the page of a habit', () => {
    it('has an address: a link leads there, Back leads home, and the tab is called after it', async () => {
      const ada = await at('');
      await ada.page.locator('#habits').getByRole('link', { name: 'Read ten pages' }).click();
      await ada.page.getByRole('heading', { name: 'Read ten pages', level: 1 }).waitFor();
      expect(ada.page.url()).toBe(`${url}#/habits/1`);
      expect(await ada.page.title()).toBe('Read ten pages · Callivate');
      await ada.page.goBack();
      await ada.page.locator('#day').waitFor();
      expect(await ada.page.title()).toBe('Callivate');
    });

    it('says in figures how it stands, for eyes and for ears', async () => {
      const ada = await at('#/habits/4');
      await ada.page.locator('#streak', { hasText: '12 weeks' }).waitFor();
      expect(await ada.page.locator('#streak').textContent()).toContain('2 weeks to go');
      expect(await ada.page.locator('#strength-now').textContent()).toBe('62 %');
      await ada.page
        .getByRole('img', { name: /^Strength from 0 % on 9 June 2026 to 99 % on 25 November 2026/ })
        .waitFor();
      await ada.page.getByText('In figures').click();
      expect(await ada.page.locator('#strength tbody tr').count()).toBe(25);
    });

    it('is told gently where there is none', async () => {
      const ada = await at('#/habits/77');
      await ada.page.getByText('There is no such habit.').waitFor();
      await ada.page.getByRole('link', { name: 'Today' }).click();
      await ada.page.locator('#day').waitFor();
    });

    it('rests until a date, comes back, is put away, and is deleted only when one is sure', async () => {
      const ada = await at('#/habits/1');
      await ada.press('Pause');
      await ada.page.getByText('Until a date').click();
      await ada.page.getByLabel('Back on').fill('2026-12-01');
      await ada.page.locator('dialog').getByRole('button', { name: 'Pause' }).click();
      await ada.page.getByText('Paused, until Tuesday 1 December.').waitFor();
      expect(api.bodyOf('PUT', '/habits/1/pause')).toEqual({ resumesOn: '2026-12-01' });
      await ada.press('Resume');
      await ada.press('Archive');
      await ada.page.getByText('Put away: it neither rings nor counts.').waitFor();
      await ada.press('Delete');
      await ada.press('Leave it as it is');
      await ada.press('Delete');
      await ada.press('Delete it, with its history');
      await ada.page.locator('#day').waitFor();
      expect(await ada.page.locator('#habit-1').count()).toBe(0);
    });

    it('tells every word that was ever said about a day', async () => {
      const ada = await at('#/habits/1');
      const monday = ada.page.locator('#lately li', { hasText: 'Monday 23 November' });
      for (const answer of ['Not done', 'Done']) {
        await monday.getByRole('button', { name: /^Change/ }).click();
        await monday.getByText(answer, { exact: true }).click();
        await monday.getByRole('button', { name: 'Save' }).click();
        await monday.locator('form').waitFor({ state: 'detached' });
      }
      await monday.getByRole('button', { name: /^Undo/ }).click();
      await monday.getByText('Missed').waitFor();
      await monday.getByRole('button', { name: /^Why/ }).click();
      await ada.page.locator('#words li').first().waitFor();
      const words = await ada.page.locator('#words li').allTextContents();
      expect(words.map((line) => line.replace(/^.*11:00/, ''))).toEqual([
        'Not done · checked in here',
        'Done · checked in here',
        'Taken back · checked in here',
      ]);
    });
  });

  describe('one occurrence alone', () => {
    it('is canceled, and brought back at once or later', async () => {
      const ada = await at('#/habits/1');
      const first = ada.page.locator('#habit-coming li').first();
      await first.getByRole('button').click();
      await ada.press('Cancel this one');
      await ada.page.getByText('Thu 26 Nov, 07:00 is left out.').waitFor();
      await ada.page.locator('#changes').getByText('left out').waitFor();
      const { schedule } = api.bodyOf('PATCH', '/habits/1') as { schedule: { exceptions: unknown } };
      expect(schedule.exceptions).toEqual([{ localDate: '2026-11-26', localTime: '07:00', movedTo: null }]);
      await ada.page.locator('#changes').getByRole('button', { name: 'Undo' }).click();
      await ada.page.locator('#changes').waitFor({ state: 'detached' });
    });

    it('is moved, from the coming days, and says where it came from', async () => {
      const ada = await at('');
      await ada.page.locator('#coming summary').first().click();
      await ada.press('Move or cancel: Read ten pages, 07:00');
      await ada.page.getByLabel('At', { exact: true }).fill('09:15');
      await ada.press('Move it');
      await ada.page.locator('#coming').getByText('moved from Thu 26 Nov, 07:00').waitFor();
      await ada.press('Move back: Read ten pages, 09:15');
      await ada.page.locator('#coming').getByText('moved from').waitFor({ state: 'detached' });
    });

    it('stays where it is when the server knows better, and says why', async () => {
      const ada = await at('#/habits/1');
      const errors = [{ pointer: '/schedule/exceptions/0', message: 'There is no such moment.' }];
      api.refusals.set('PATCH /habits/1', { status: 400, problem: { detail: 'No.', errors } });
      await ada.page.locator('#habit-coming li').first().getByRole('button').click();
      await ada.press('Move it');
      await ada.page.locator('dialog').getByText('There is no such moment.').waitFor();
    });
  });

  describe('the form', () => {
    it('reads words into its fields, and its fields into words', async () => {
      const ada = await at('');
      await ada.press('New habit');
      await ada.page.getByLabel('What', { exact: true }).fill('Swim');
      await ada.page.getByLabel('When, in words').fill('Mon, Wed and Fri at 07:00');
      await ada.page.locator('.preview-moments', { hasText: 'Next: Fri 27 Nov, 07:00' }).waitFor();
      expect(
        await ada.page.evaluate('[...document.querySelectorAll("[name=days]:checked")].map((box) => box.value).join()'),
      ).toBe('MO,WE,FR');
      await ada.press('Another time');
      await ada.page.locator('.preview-text', { hasText: 'Mon, Wed and Fri at 07:00 and 20:00' }).waitFor();
      expect(await ada.page.getByLabel('When, in words').inputValue()).toBe('Mon, Wed and Fri at 07:00 and 20:00');
      await ada.press('Make it a habit');
      await ada.page.locator('#habits').getByText('Swim').waitFor();
      expect(api.bodyOf('POST', '/habits')).toMatchObject({
        title: 'Swim',
        schedule: { recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE,FR', times: ['07:00', '20:00'], startDate: '2026-11-25' },
      });
    });

    it('takes words that were not read yet with it, and does not send what it did not understand', async () => {
      const ada = await at('');
      await ada.press('New habit');
      await ada.page.getByLabel('What', { exact: true }).fill('Swim');
      await ada.page.getByLabel('When, in words').fill('whenever the moon is blue');
      await ada.press('Make it a habit');
      await ada.page.getByText('This is not a schedule yet').waitFor();
      expect(api.asked.some(({ path }) => path === '/habits')).toBe(false);
      await ada.page.getByLabel('When, in words').fill('last workday of the month at 17:00');
      await ada.press('Make it a habit');
      await ada.page.locator('#habits').getByText('Swim').waitFor();
      expect(api.bodyOf('POST', '/habits')).toMatchObject({
        schedule: { recurrence: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', times: ['17:00'] },
      });
    });

    it('asks for a goal, an end and a zone', async () => {
      const ada = await at('');
      await ada.press('New habit');
      await ada.page.getByLabel('What', { exact: true }).fill('Swim');
      await ada.page.getByText('Goal, start and end, time zone').click();
      await ada.page.getByLabel('What counts').selectOption('Times a week');
      await ada.page.getByLabel('How many').fill('3');
      await ada.page.getByLabel('Until').fill('2027-01-31');
      await ada.page.getByLabel('By the clock of').selectOption('Asia/Tokyo');
      await ada.picture('11-goal');
      await ada.press('Make it a habit');
      await ada.page.locator('#habits').getByText('Swim').waitFor();
      expect(api.bodyOf('POST', '/habits')).toMatchObject({
        schedule: { goal: { times: 3, per: 'week' }, endDate: '2027-01-31', timeZone: 'Asia/Tokyo' },
      });
    });

    it('unfolds what is wrong in it', async () => {
      const ada = await at('');
      await ada.press('New habit');
      const errors = [{ pointer: '/schedule/endDate', message: 'It ends before it begins.' }];
      api.refusals.set('POST /habits', { status: 400, problem: { detail: 'No.', errors } });
      await ada.press('Make it a habit');
      await ada.page.getByText('It ends before it begins.').waitFor();
      await expectFocus(ada, 'field-endDate');
    });
  });

  describe('a number', () => {
    it('is added up once, also when its answer was lost on the way: under one key until it has arrived', async () => {
      const ada = await at('');
      const keys: (string | undefined)[] = [];
      await ada.page.route('**/progress', async (route) => {
        keys.push(route.request().headers()['idempotency-key']);
        await (keys.length === 1 ? route.abort() : route.continue());
      });
      const water = ada.moment('Drink water');
      await water.getByText('3 of 8 glasses').waitFor();
      await water.getByRole('button', { name: /^Add/ }).click();
      await water.getByLabel('How many glasses more?').fill('2');
      await water.getByRole('button', { name: 'Add', exact: true }).click();
      await water.getByText('cannot be reached').waitFor();
      ada.complaints.length = 0;
      await ada.picture('12-number');
      await water.getByRole('button', { name: 'Add', exact: true }).click();
      await water.getByText('5 of 8 glasses').waitFor();
      await water.getByRole('button', { name: /^Why/ }).click();
      await ada.page.getByText('2 glasses more, 5 in all').waitFor();
      expect(keys).toHaveLength(2);
      expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
      expect(keys[1]).toBe(keys[0]);
    });

    it('is set as the total of the day, and says what is left of a limit', async () => {
      const ada = await at('');
      const coffee = ada.moment('Coffee');
      await coffee.getByText('0 of at most 3 cups, 3 left').waitFor();
      await coffee.getByRole('button', { name: /^Set the total/ }).click();
      await coffee.getByLabel('How many cups in all?').fill('4');
      await coffee.getByRole('button', { name: 'Save' }).click();
      await coffee.getByText('4 of at most 3 cups, 1 too many').waitFor();
      expect(api.bodyOf('PUT', '/occurrences/3-2026-11-25-1400/check-in')).toEqual({ quantity: 4 });
    });
  });

  describe('the settings', () => {
    it('pause everything, under a banner that ends it', async () => {
      const ada = await at('');
      await ada.press('Settings of Ada');
      await ada.page.locator('#settings-pause summary').click();
      await ada.press('Pause everything…');
      await ada.page.getByText('Until a date').click();
      await ada.page.getByLabel('Back on').fill('2026-12-01');
      await ada.press('Pause');
      await ada.page.getByText('Everything is paused until Tuesday 1 December.').waitFor();
      await ada.picture('13-paused', { whole: true });
      await ada.page.locator('#banner-paused').getByRole('button').click();
      await ada.page.locator('#banner-paused').waitFor({ state: 'detached' });
      expect(api.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/me/pause' });
    });

    it('switch freezes off, and start the streaks over only when one is sure', async () => {
      const ada = await at('');
      await ada.page.locator('#freezes', { hasText: '1 freeze in hand' }).waitFor();
      await ada.press('Settings of Ada');
      await ada.page.locator('#settings-streak summary').click();
      await ada.press('Start all streaks over…');
      await ada.press('Leave it as it is');
      expect(api.asked.some(({ path }) => path === '/me/streak-reset')).toBe(false);
      await ada.press('Start all streaks over…');
      await ada.press('Start all streaks over');
      await ada.page.getByText('A fresh start.').waitFor();
      await ada.page.getByLabel('Streak freezes').selectOption('not used');
      await ada.press('Save');
      await ada.page.locator('.toast', { hasText: 'Saved.' }).waitFor();
      expect(api.bodyOf('PATCH', '/me/settings')).toEqual({ streakFreezes: false });
    });

    it('make the address of the calendar, and revoke it', async () => {
      const ada = await at('');
      await ada.press('Settings of Ada');
      await ada.page.locator('#settings-feed summary').click();
      await ada.press('Make an address');
      expect(await ada.page.getByLabel('Address of your calendar').inputValue()).toMatch(/calendar\.ics\?token=/);
      await ada.press('Replace');
      await ada.press('Make a new address');
      await ada.press('Revoke');
      await ada.press('Revoke the address');
      await ada.page.getByRole('button', { name: 'Make an address' }).waitFor();
      expect(api.asked.slice(-3).map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE']);
    });

    it('show what a file would bring before it is taken in', async () => {
      const ada = await at('');
      await ada.press('Settings of Ada');
      await ada.page.locator('#settings-import summary').click();
      await ada.press('Choose a file…');
      await ada.press('Look at it');
      await ada.page.getByText('Choose a file first.').waitFor();
      const file = { name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from('habit,date\n') };
      await ada.page.getByLabel('File').setInputFiles(file);
      await ada.press('Look at it');
      await ada.page.getByRole('cell', { name: '"2026-02-30" is not a date.' }).waitFor();
      expect(api.asked.at(-1)).toMatchObject({ path: '/imports/csv', body: 'habit,date\n' });
      expect(api.asked.at(-1)?.headers['content-type']).toBe('text/csv');
      await ada.press('Take it in');
      await ada.page.getByText('This came in: 2 habits').waitFor();
      expect(api.asked.at(-1)?.path).toBe('/imports/i1/apply');
    });
  });

  it('is calm when there is nothing yet', async () => {
    const ada = await at('', 'none');
    await ada.page.getByText('What would you like to be called about?').waitFor();
    await ada.page.getByText('Nothing is due in the coming week.').waitFor();
    await ada.picture('14-nothing-yet', { whole: true });
    expect(await ada.check()).toEqual(NO_FINDINGS);
  });

  async function expectFocus(ada: PhonePage, id: string): Promise<void> {
    await ada.page.locator(`[id="${id}"]:focus`).waitFor();
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
