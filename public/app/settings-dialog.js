import { toast, toastProblem } from './announce.js';
import { api } from './api.js';
import { hoursIn, hoursOfDays, usualHours } from './calling-hours.js';
import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { input, labelled, select } from './fields.js';
import { clearProblems, showProblems } from './form-problems.js';
import { loadEverything } from './loading.js';
import { signOut } from './session.js';
import { settingsSections } from './settings-sections.js';
import { update } from './store.js';
import { stopPreview } from './voice-preview.js';
import { browserZone, zoneSelect } from './zones.js';

const RINGS = { 'any-hour': 'at any hour', 'calling-window': 'only between' };
const FREEZES = { true: 'used', false: 'not used' };
const CLOCKS = { '24h': '24 hours', '12h': '12 hours' };

/** Who one is, when it may ring, how patient Callivate is; and the two ways to be left alone: no calls, or out. */
export function openSettings({ me, settings, suppression }) {
  const form = h(
    'form',
    { class: 'stack', novalidate: true },
    h('p', { class: 'form-problem', role: 'alert', tabindex: '-1' }),
    h('p', { class: 'hint' }, me.email),
    fields(me, settings),
    h('div', { class: 'sheet-actions' }, h('button', { class: 'primary', type: 'submit' }, 'Save')),
  );
  const foot = h(
    'div',
    { class: 'sheet-actions sheet-foot' },
    stopButton(suppression, () => dialog.close()),
    h('button', { class: 'quiet', type: 'button', onclick: () => void signOut() }, 'Sign out'),
  );
  form.addEventListener('submit', (event) => void save(event, form, { me, settings }, () => dialog.close()));
  const dialog = openDialog({
    title: 'Settings',
    onClose: stopPreview,
    content: h(
      'div',
      { class: 'sheet-body stack' },
      form,
      settingsSections(() => dialog.close()),
      foot,
    ),
  });
}

function fields(me, settings) {
  const { appRings, callingWindow, timeFormat, dayEndsAt, bundleMinutes, streakFreezes } = settings;
  return [
    labelled('Name', input('name', '/name', { maxlength: '100', value: me.name })),
    labelled('Time zone', zoneSelect(me.timeZone ?? browserZone())),
    usualHours(callingWindow, labelled('The app rings', select('appRings', '/appRings', RINGS, appRings))),
    hoursOfDays(callingWindow),
    row(
      labelled('Call again after, minutes', minutes('followUpMinutes', settings, '5', '240')),
      labelled('Then missed after, minutes', minutes('graceMinutes', settings, '15', '720')),
      bundleMinutes === undefined
        ? null
        : labelled('Due within, minutes: ask in one call', minutes('bundleMinutes', settings, '0', '60')),
    ),
    row(
      labelled('The day ends at', input('dayEndsAt', '/dayEndsAt', { type: 'time', value: dayEndsAt, max: '06:00' })),
      labelled('Clock', select('timeFormat', '/timeFormat', CLOCKS, timeFormat)),
      streakFreezes === undefined
        ? null
        : labelled('Streak freezes', select('streakFreezes', '/streakFreezes', FREEZES, String(streakFreezes))),
    ),
  ];
}

function row(...controls) {
  return h('div', { class: 'field-row' }, controls.filter(Boolean));
}

function minutes(name, settings, min, max) {
  return input(name, `/${name}`, { type: 'number', min, max, inputmode: 'numeric', value: settings[name] });
}

async function save(event, form, { me, settings }, close) {
  event.preventDefault();
  clearProblems(form);
  try {
    const { person, ways } = wishesIn(form, settings);
    await patchIfChanged('/me', person, me, 'me');
    await patchIfChanged('/me/settings', ways, settings, 'settings');
    close();
    toast({ title: 'Saved.', tone: 'good' });
    await loadEverything();
  } catch (problem) {
    showProblems(form, problem);
  }
}

function wishesIn(form, { callingWindow }) {
  const { name, timeZone, appRings, dayEndsAt, timeFormat, ...rest } = Object.fromEntries(new FormData(form));
  const { followUpMinutes, graceMinutes, bundleMinutes, streakFreezes } = rest;
  return {
    person: { name: name.trim() || null, timeZone },
    ways: {
      appRings,
      dayEndsAt,
      timeFormat,
      ...(streakFreezes === undefined ? {} : { streakFreezes: streakFreezes === 'true' }),
      followUpMinutes: Number(followUpMinutes),
      graceMinutes: Number(graceMinutes),
      ...(bundleMinutes === undefined ? {} : { bundleMinutes: Number(bundleMinutes) }),
      callingWindow: hoursIn(form, callingWindow),
    },
  };
}

/** Only what differs is sent: a setting nobody touched is nobody's wish. */
async function patchIfChanged(path, wanted, current, part) {
  const differing = Object.entries(wanted).filter(([name, value]) => value !== (current[name] ?? null));
  if (differing.length > 0) update({ [part]: await api.patch(path, Object.fromEntries(differing)) });
}

/** Which of the two there is to do, all calls to stop or to allow again. */
function stopButton(suppression, close) {
  if (suppression?.suppressed) {
    const allow = { class: 'small', type: 'button', 'data-action': 'allow-calls', onclick: close };
    return h('button', allow, 'Allow calls again');
  }
  const stop = async () => {
    try {
      update({ suppression: await api.put('/me/suppression', {}) });
      close();
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return h('button', { class: 'quiet danger', type: 'button', onclick: stop }, 'Stop all calls');
}
