import { toast } from './announce.js';
import { api } from './api.js';
import { confirmed } from './confirm-dialog.js';
import { openHabitForm } from './habit-form.js';
import { refreshSoon } from './loading.js';
import { openPauseDialog } from './pause-dialog.js';
import { HOME } from './routes.js';
import { habitById, state } from './store.js';

/** What can be done with a habit as a whole, and with all of them. */
export const HABIT_ACTIONS = {
  'new-habit': () => openHabitForm({ voices: state.voices, today: state.today.day }),
  'edit-habit': async ({ habit }) =>
    openHabitForm({ habit: await api.get(`/habits/${habit}`), voices: state.voices, today: state.today.day }),
  pause: ({ habit }) => pause(habitById(habit)),
  resume: ({ habit }) => changed(() => api.delete(`/habits/${habit}/pause`)),
  'pause-everything': pauseEverything,
  'resume-everything': () => changed(() => api.delete('/me/pause'), 'Everything rings again.'),
  archive: ({ habit }) =>
    changed(() => api.put(`/habits/${habit}/archive`), `“${habitById(habit).title}” is archived.`),
  unarchive: ({ habit }) => changed(() => api.delete(`/habits/${habit}/archive`), 'It rings again.'),
  'forget-memory': ({ habit }) => changed(() => api.delete(`/habits/${habit}/memory`), 'Forgotten.'),
  'delete-habit': ({ habit }) => remove(habitById(habit)),
};

function pause({ id, title }) {
  openPauseDialog({
    path: `/habits/${id}/pause`,
    title: 'Pause',
    words: `“${title}” will neither ring nor count meanwhile.`,
    today: state.today.day,
  });
}

function pauseEverything() {
  openPauseDialog({
    path: '/me/pause',
    title: 'Pause everything',
    words: 'No habit will ring or count meanwhile. Your streaks wait for you.',
    today: state.today.day,
  });
}

async function remove({ id, title }) {
  const sure = await confirmed({
    title: 'Delete it?',
    words: `“${title}” and all its history will be gone. To keep the history, archive it.`,
    yes: 'Delete it, with its history',
  });
  if (!sure) return;
  await changed(() => api.delete(`/habits/${id}`), `“${title}” is deleted.`);
  if (state.route.habitId === id) location.hash = HOME;
}

async function changed(request, words = null) {
  await request();
  if (words) toast({ title: words });
  refreshSoon('day', 'habits', 'calendar');
}
