import { toast } from './announce.js';
import { api } from './api.js';
import { callsSection } from './calls-section.js';
import { confirmed } from './confirm-dialog.js';
import { h } from './dom.js';
import { feedSection } from './feed-section.js';
import { openImport } from './import-dialog.js';
import { refreshSoon } from './loading.js';
import { settingsSection } from './settings-section.js';
import { silenceSection } from './silence-section.js';
import { state } from './store.js';
import { telephoneSection } from './telephone-section.js';
import { voiceSection } from './voice-section.js';

/** What is done at once, beside what is filled in and saved: each folded away until it is wanted. `close` leaves the settings. */
export function settingsSections(close) {
  return h(
    'div',
    {},
    voiceSection(),
    telephoneSection(),
    callsSection(),
    silenceSection(),
    pauseSection(close),
    streakSection(),
    feedSection(),
    importSection(),
  );
}

function pauseSection(close) {
  const isPaused = state.pause !== null;
  return settingsSection('pause', 'Pause everything', [
    h(
      'p',
      { class: 'hint' },
      isPaused ? 'Everything is paused.' : 'For holidays, or when life is full: nothing rings, nothing counts.',
    ),
    isPaused
      ? press('resume-everything', 'Resume everything', close)
      : press('pause-everything', 'Pause everything…', close),
  ]);
}

function streakSection() {
  return settingsSection('streak', 'Streaks', [
    state.streaks?.overall?.freezes
      ? h(
          'p',
          { class: 'hint' },
          'Seven days in a row earn a freeze, two at most. It is used by itself when a day is missed.',
        )
      : null,
    h('p', { class: 'hint' }, 'Starting over keeps your history; every streak begins at nought today.'),
    h('button', { class: 'quiet danger', type: 'button', onclick: () => void reset() }, 'Start all streaks over…'),
  ]);
}

async function reset() {
  const sure = await confirmed({
    title: 'Start over?',
    words: 'All your streaks begin at nought today. The calendar keeps what you did.',
    yes: 'Start all streaks over',
  });
  if (!sure) return;
  try {
    await api.post('/me/streak-reset');
    toast({ title: 'A fresh start.' });
    refreshSoon('habits', 'calendar');
  } catch (problem) {
    toast({ title: problem.message, tone: 'bad' });
  }
}

function importSection() {
  return settingsSection('import', 'Bring your history', [
    h(
      'p',
      { class: 'hint' },
      'From Loop Habit Tracker, Habitica, or a table of your own. You see first what would come in.',
    ),
    h('button', { class: 'small', type: 'button', onclick: openImport }, 'Choose a file…'),
  ]);
}

function press(action, words, onclick) {
  return h('button', { class: 'small', type: 'button', 'data-action': action, onclick }, words);
}
