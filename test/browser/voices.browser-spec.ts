import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_FINDINGS, type PhonePage } from './support/phone-page';
import { POCKET, ScriptedPage } from './support/scripted-page';
import { recording } from './support/scripted-voices';

const SPEAKING = scriptOf('speaking-browser.js');
const PLAYING = scriptOf('playing-browser.js');
const DARK = { ...POCKET, colorScheme: 'dark' as const };
const REFUSAL = { status: 503, problem: { detail: 'Not just now.' } };

describe('The voices on the page', () => {
  const scripted = new ScriptedPage();
  const { api } = scripted;

  async function openVoices(ada: PhonePage): Promise<void> {
    await ada.press('Settings of Ada');
    await ada.page.locator('#settings-voice summary').click();
  }

  async function atVoices({ script = '', options = POCKET } = {}): Promise<PhonePage> {
    const ada = await scripted.open('', 'few', options, script);
    await openVoices(ada);
    await ada.page.locator('.voice').first().waitFor();
    return ada;
  }

  const radio = (ada: PhonePage, name: string) => ada.page.getByRole('radio', { name });
  const isChecked = (name: string) => `[...document.querySelectorAll('.voice')]
    .find((voice) => voice.textContent.includes('${name}')).querySelector('input').checked`;

  describe('in the settings', () => {
    it.each([
      ['by day', POCKET],
      ['by night', DARK],
    ])('are shown with what to expect of them %s, and can be read, named and touched', async (when, options) => {
      const ada = await atVoices({ options });
      expect(await ada.page.locator('.voice').count()).toBe(4);
      expect(await radio(ada, 'Sarah').isChecked()).toBe(true);
      await ada.page.getByText('Calm and gentle, in no hurry.').waitFor();
      await ada.page.locator('#settings-voice').scrollIntoViewIfNeeded();
      await ada.picture(`14-voices-${when.replace(' ', '-')}`);
      expect(await ada.check()).toEqual(NO_FINDINGS);
    });

    it('are chosen on the spot, by the keyboard too, and the choice is there again', async () => {
      const ada = await atVoices();
      await radio(ada, 'Sarah').focus();
      await ada.page.keyboard.press('ArrowDown');
      await ada.page.locator('.toast', { hasText: 'Marcus calls you from now on.' }).waitFor();
      await ada.page.keyboard.press('ArrowDown');
      await ada.page.locator('.toast', { hasText: 'Luna calls you from now on.' }).waitFor();
      expect(api.bodyOf('PUT', '/voices/default')).toEqual({ voiceId: 'luna' });
      await ada.page.keyboard.press('Escape');
      await openVoices(ada);
      await ada.page.waitForFunction(isChecked('Luna'));
    });

    it('stay what they were when the choice is refused', async () => {
      const ada = await atVoices();
      api.refusals.set('PUT /voices/default', REFUSAL);
      await radio(ada, 'Alex').focus();
      await ada.page.keyboard.press('Space');
      await ada.page.locator('.toast', { hasText: 'Not just now.' }).waitFor();
      await ada.page.waitForFunction(isChecked('Sarah'));
      ada.complaints.length = 0;
    });

    it('are marked as favourites, and unmarked', async () => {
      const ada = await atVoices();
      const star = ada.page.getByRole('button', { name: 'Favourite: Luna' });
      await star.click();
      await ada.page.locator('.star[aria-pressed=true]').waitFor();
      expect(api.asked.at(-1)).toMatchObject({ method: 'PUT', path: '/voices/luna/favourite' });
      await star.click();
      await ada.page.locator('.star[aria-pressed=true]').waitFor({ state: 'detached' });
      expect(api.asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/voices/luna/favourite' });
    });

    it('say that they cannot be read', async () => {
      const ada = await scripted.open();
      api.refusals.set('GET /voices', REFUSAL);
      await openVoices(ada);
      await ada.page.locator('#settings-voice').getByText('Not just now.').waitFor();
      ada.complaints.length = 0;
    });
  });

  describe('to listen to', () => {
    it('are played from the server’s recording', async () => {
      const ada = await atVoices({ script: SPEAKING + PLAYING });
      api.voices.audio = recording(0.5);
      await ada.press('Listen: Marcus');
      await ada.page.waitForFunction('played.length === 1');
      expect(await ada.page.evaluate('played')).toEqual([0.5]);
      expect(await ada.page.evaluate('spoken')).toEqual([]);
      expect((await ada.page.locator('.voice-remark').allTextContents()).join('')).toBe('');
    });

    it('are spoken by the browser where there is none, in its voice that comes nearest', async () => {
      const ada = await atVoices({ script: SPEAKING });
      await ada.press('Listen: Luna');
      await ada.page.getByText('Your browser says it in the voice that comes nearest.').waitFor();
      expect(await ada.page.evaluate('spoken')).toEqual([
        {
          text: expect.stringContaining('This is Luna, your AI caller.'),
          lang: 'en-US',
          pitch: 0.95,
          rate: 0.9,
          by: 'Microsoft Zira',
        },
      ]);
    });

    it('are spoken by the browser when it cannot play the recording', async () => {
      const ada = await atVoices({ script: SPEAKING });
      api.voices.audio = { mediaType: 'audio/unheard-of', base64: 'AAAA' };
      await ada.press('Listen: Sarah');
      await ada.page.waitForFunction('spoken.length === 1');
    });

    it('are written where the browser has no voice', async () => {
      const ada = await atVoices();
      await ada.press('Listen: Sarah');
      await ada.page.getByText(/^This browser has no voice of its own\. It would say: “Hello, this is Sarah/).waitFor();
    });

    it('say what the server says when it is asked too often', async () => {
      const ada = await atVoices();
      api.refusals.set('POST /voices/sarah/preview', { status: 429, problem: { detail: 'A little too often.' } });
      await ada.press('Listen: Sarah');
      await ada.page.locator('.toast', { hasText: 'A little too often.' }).waitFor();
    });
  });

  describe('of a habit', () => {
    const optionsOf = (ada: PhonePage) =>
      ada.page.getByLabel('Voice', { exact: true }).locator('option').allInnerTexts();

    it('is as in the settings, until one is chosen, the favourites first', async () => {
      const ada = await atVoices();
      await ada.press('Favourite: Luna');
      await ada.page.locator('.star[aria-pressed=true]').waitFor();
      await ada.page.keyboard.press('Escape');
      await ada.press('New habit');
      expect(await optionsOf(ada)).toEqual([
        'As in your settings',
        'Luna (calm)',
        'Sarah (warm)',
        'Marcus (confident)',
        'Alex (energetic)',
      ]);
      await ada.page.getByLabel('What', { exact: true }).fill('Swim');
      await ada.page.getByLabel('Voice', { exact: true }).selectOption('Marcus (confident)');
      await ada.press('Make it a habit');
      await ada.page.locator('#habits').getByText('Swim').waitFor();
      expect(api.bodyOf('POST', '/habits')).toMatchObject({ voiceId: 'marcus' });
    });

    it('is shown when it is edited, and given up', async () => {
      const ada = await scripted.open('', 'few');
      await ada.press('Edit: Read ten pages');
      const voice = ada.page.getByLabel('Voice', { exact: true });
      await voice.selectOption('Alex (energetic)');
      await ada.press('Save');
      await ada.page.locator('.toast', { hasText: 'Saved.' }).waitFor();
      await ada.press('Edit: Read ten pages');
      expect(await voice.inputValue()).toBe('alex');
      await voice.selectOption('As in your settings');
      await ada.press('Save');
      await ada.page.locator('dialog.sheet').waitFor({ state: 'detached' });
      expect(api.bodyOf('PATCH', '/habits/1')).toMatchObject({ voiceId: null });
    });
  });

  describe('of a call', () => {
    /** It rings, is answered, and says one sentence. */
    async function talk(ada: PhonePage, { voice, lang }: { voice: string; lang: string }): Promise<void> {
      await ada.page.routeWebSocket('**/relay', (line) => {
        line.onMessage((message) => {
          const { type } = JSON.parse(String(message));
          if (type === 'setup') line.send(JSON.stringify({ type: 'text', token: 'Done?', last: true, lang }));
        });
      });
      await ada.page.route('**/calls/c1/answer', (route) => route.fulfill({ json: { relayUrl: '/relay' } }));
      const [expiresAt, at] = ['2026-11-25T11:00:30Z', '2026-11-25T11:00:00Z'];
      api.server.tell('call.ringing', {
        callId: 'c1',
        habits: [{ id: '1', title: 'Read ten pages' }],
        voice,
        expiresAt,
        at,
      });
      await ada.ring.waitFor();
    }

    it('is named on the ringing screen and in the talk, and speaks as it sounds', async () => {
      const ada = await scripted.open('', 'few', POCKET, SPEAKING);
      await talk(ada, { voice: 'luna', lang: 'en-US' });
      await ada.ring.getByText('Callivate · Luna', { exact: true }).waitFor();
      await ada.answer();
      await ada.ring.getByText('Talking with Callivate · Luna', { exact: true }).waitFor();
      await ada.page.waitForFunction('spoken.length === 1');
      expect(await ada.page.evaluate('spoken')).toEqual([
        { text: 'Done?', lang: 'en-US', pitch: 0.95, rate: 0.9, by: 'Microsoft Zira' },
      ]);
    });

    it('speaks the language of the call', async () => {
      const ada = await scripted.open('', 'few', POCKET, SPEAKING);
      await talk(ada, { voice: 'sarah', lang: 'de-DE' });
      await ada.answer();
      await ada.page.waitForFunction('spoken.length === 1');
      expect(await ada.page.evaluate('spoken')).toMatchObject([{ lang: 'de-DE', pitch: 1.05, by: 'Microsoft Katja' }]);
    });

    it('is the device’s own when the voices cannot be read', async () => {
      const ada = await scripted.open('', 'few', POCKET, SPEAKING);
      api.refusals.set('GET /voices', REFUSAL);
      await ada.page.reload();
      await ada.page.locator('#day').waitFor();
      await ada.press('New habit');
      expect(await ada.page.getByLabel('Voice', { exact: true }).count()).toBe(0);
      await ada.page.keyboard.press('Escape');
      await talk(ada, { voice: 'luna', lang: 'en-US' });
      await ada.ring.getByText('Callivate calls', { exact: true }).waitFor();
      await ada.answer();
      await ada.page.waitForFunction('spoken.length === 1');
      expect(await ada.page.evaluate('spoken')).toMatchObject([{ pitch: 1, rate: 1, by: 'Plain English' }]);
      ada.complaints.length = 0;
    });
  });
});

function scriptOf(name: string): string {
  return readFileSync(join(__dirname, 'support', name), 'utf8');
}
