import { ScriptedPage } from './support/scripted-page';

describe('The forms and settings of the page', () => {
  const scripted = new ScriptedPage();
  const { api } = scripted;

  describe('the form', () => {
    it('reads words into its fields, and its fields into words', async () => {
      const ada = await scripted.open();
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
      const ada = await scripted.open();
      await ada.press('New habit');
      await ada.page.getByLabel('What', { exact: true }).fill('Swim');
      await ada.page.getByLabel('When, in words').fill('whenever the moon is blue');
      await ada.press('Make it a habit');
      await ada.page.locator('.field-problem', { hasText: 'This is not a schedule yet' }).waitFor();
      expect(api.asked.some(({ path }) => path === '/habits')).toBe(false);
      await ada.page.getByLabel('When, in words').fill('last workday of the month at 17:00');
      await ada.press('Make it a habit');
      await ada.page.locator('#habits').getByText('Swim').waitFor();
      expect(api.bodyOf('POST', '/habits')).toMatchObject({
        schedule: { recurrence: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', times: ['17:00'] },
      });
    });

    it('asks for a goal, an end and a zone', async () => {
      const ada = await scripted.open();
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

    it('leaves out past single changes, and tells of one to come that fits no more', async () => {
      const ada = await scripted.open();
      await ada.page.locator('#habits').getByRole('link', { name: 'Coffee' }).click();
      await ada.press('Edit');
      const preview = ada.page.locator('.preview');
      await preview.getByText('The change of Fri 4 Dec, 09:00 goes with the time it was of.').waitFor();
      await ada.press('Save');
      await ada.page.locator('.toast', { hasText: 'Saved.' }).waitFor();
      expect(api.bodyOf('PATCH', '/habits/3')).toMatchObject({ schedule: { times: ['14:00'], exceptions: [] } });
    });

    it('brings a single change back when its time comes back before it is saved', async () => {
      const ada = await scripted.open();
      await ada.page.locator('#habits').getByRole('link', { name: 'Coffee' }).click();
      await ada.press('Edit');
      const time = ada.page.locator('dialog').getByLabel('Time', { exact: true });
      await time.fill('09:00');
      await ada.page.locator('.preview-text', { hasText: 'Every day at 09:00' }).waitFor();
      expect(await ada.page.locator('.preview-gone').textContent()).toBe('');
      await ada.press('Save');
      await ada.page.locator('.toast', { hasText: 'Saved.' }).waitFor();
      const { schedule } = api.bodyOf('PATCH', '/habits/3') as { schedule: { exceptions: unknown } };
      expect(schedule.exceptions).toEqual([{ localDate: '2026-12-04', localTime: '09:00', movedTo: null }]);
    });

    it('unfolds what is wrong in it', async () => {
      const ada = await scripted.open();
      await ada.press('New habit');
      const errors = [{ pointer: '/schedule/endDate', message: 'It ends before it begins.' }];
      api.refusals.set('POST /habits', { status: 400, problem: { detail: 'No.', errors } });
      await ada.press('Make it a habit');
      await ada.page.getByText('It ends before it begins.').waitFor();
      await ada.untilFocused('field-endDate');
    });
  });

  describe('a number', () => {
    it('is added up once, also when its answer was lost on the way: under one key until it has arrived', async () => {
      const ada = await scripted.open();
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
      const ada = await scripted.open();
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
      const ada = await scripted.open();
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
      const ada = await scripted.open();
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
      const ada = await scripted.open();
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
      const ada = await scripted.open();
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
});
