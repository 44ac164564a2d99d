import { NO_FINDINGS } from './support/phone-page';
import { POCKET, ScriptedPage } from './support/scripted-page';

const DESK = { viewport: { width: 1280, height: 860 } };

describe('The page of a life with habits', () => {
  const scripted = new ScriptedPage();
  const { api } = scripted;

  describe('the month', () => {
    it('is walked by the arrow keys, over its edges too, and opens a day by Enter', async () => {
      const ada = await scripted.open('', 'few', DESK);
      await ada.page.locator('#day-2026-11-25').focus();
      await ada.page.keyboard.press('ArrowUp');
      await ada.page.keyboard.press('ArrowLeft');
      await ada.untilFocused('day-2026-11-17');
      await ada.page.keyboard.press('PageUp');
      await ada.untilFocused('day-2026-10-17');
      await ada.page.keyboard.press('Home');
      await ada.untilFocused('day-2026-10-12');
      await ada.page.keyboard.press('Enter');
      await ada.page.getByRole('heading', { name: 'Monday 12 October' }).waitFor();
      await ada.page.keyboard.press('Escape');
      await ada.untilFocused('day-2026-10-12');
      expect(await ada.page.locator('.month [data-day][tabindex="0"]').count()).toBe(1);
    });

    it('marks the day a freeze has kept, and shows one habit alone', async () => {
      const ada = await scripted.open();
      await ada.page.getByRole('button', { name: /^Sunday 8 November: .*kept by a freeze/ }).waitFor();
      await ada.page.getByLabel('Which habit').selectOption('Coffee');
      await ada.page.getByRole('button', { name: 'Sunday 8 November: skipped, 0 of 1 done', exact: true }).click();
      await ada.page.locator('dialog .moment').waitFor();
      expect(await ada.page.locator('dialog .moment h3').allTextContents()).toEqual(['Coffee']);
      await ada.page.getByText('Skipped · sick · A cold.').waitFor();
    });

    it('corrects a day: skipped after all, because of an illness', async () => {
      const ada = await scripted.open();
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
      const ada = await scripted.open();
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
      const ada = await scripted.open();
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
      const ada = await scripted.open();
      await ada.page.locator('#habits').getByRole('link', { name: 'Read ten pages' }).click();
      await ada.page.getByRole('heading', { name: 'Read ten pages', level: 1 }).waitFor();
      expect(ada.page.url()).toBe(`${scripted.url}#/habits/1`);
      expect(await ada.page.title()).toBe('Read ten pages · Callivate');
      await ada.page.goBack();
      await ada.page.locator('#day').waitFor();
      expect(await ada.page.title()).toBe('Callivate');
    });

    it('says in figures how it stands, for eyes and for ears', async () => {
      const ada = await scripted.open('#/habits/4');
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
      const ada = await scripted.open('#/habits/77');
      await ada.page.getByText('There is no such habit.').waitFor();
      await ada.page.getByRole('link', { name: 'Today' }).click();
      await ada.page.locator('#day').waitFor();
    });

    it('rests until a date, comes back, is put away, and is deleted only when one is sure', async () => {
      const ada = await scripted.open('#/habits/1');
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
      const ada = await scripted.open('#/habits/1');
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
      const ada = await scripted.open('#/habits/1');
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
      const ada = await scripted.open();
      await ada.page.locator('#coming summary').first().click();
      await ada.press('Move or cancel: Read ten pages, 07:00');
      await ada.page.getByLabel('At', { exact: true }).fill('09:15');
      await ada.press('Move it');
      await ada.page.locator('#coming').getByText('moved from Thu 26 Nov, 07:00').waitFor();
      await ada.press('Move back: Read ten pages, 09:15');
      await ada.page.locator('#coming').getByText('moved from').waitFor({ state: 'detached' });
    });

    it('is canceled though an older change is past and another fits no more: these are not sent, and the latter is told', async () => {
      const ada = await scripted.open('#/habits/3');
      await ada.page.locator('#habit-coming li').first().getByRole('button').click();
      await ada.press('Cancel this one');
      await ada.page.getByText('The change of Fri 4 Dec, 09:00 goes with the time it was of.').first().waitFor();
      const { schedule } = api.bodyOf('PATCH', '/habits/3') as { schedule: { exceptions: unknown } };
      expect(schedule.exceptions).toEqual([{ localDate: '2026-11-26', localTime: '14:00', movedTo: null }]);
    });

    it('stays where it is when the server knows better, and says why', async () => {
      const ada = await scripted.open('#/habits/1');
      const errors = [{ pointer: '/schedule/exceptions/0', message: 'There is no such moment.' }];
      api.refusals.set('PATCH /habits/1', { status: 400, problem: { detail: 'No.', errors } });
      await ada.page.locator('#habit-coming li').first().getByRole('button').click();
      await ada.press('Move it');
      await ada.page.locator('dialog').getByText('There is no such moment.').waitFor();
    });
  });

  it('is calm when there is nothing yet', async () => {
    const ada = await scripted.open('', 'none');
    await ada.page.getByText('What would you like to be called about?').waitFor();
    await ada.page.getByText('Nothing is due in the coming week.').waitFor();
    await ada.picture('14-nothing-yet', { whole: true });
    expect(await ada.check()).toEqual(NO_FINDINGS);
  });

  it.each([
    ['in a pocket, by day', { ...POCKET, colorScheme: 'light' as const }],
    ['in a pocket, by night', { ...POCKET, colorScheme: 'dark' as const }],
    ['on a desk, by day', { ...DESK, colorScheme: 'light' as const }],
    ['on a desk, by night', { ...DESK, colorScheme: 'dark' as const }],
  ])('can be read, named and touched %s', async (where, options) => {
    const ada = await scripted.open('', 'many', options);
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
      await ada.page.goto(`${scripted.url}#/habits/${id}`);
      await ada.page.locator('#strength').waitFor();
      await look(`habit-${id}`, true);
    }
  });
});
