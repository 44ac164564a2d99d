import { aboutCall, isOnTheTelephone, telephoneWords } from './call-words.js';
import { h } from './dom.js';
import { clockTime, dateAndTime, inSeries, longDate, shortDate } from './format.js';
import { openMissedCalls } from './missed-calls.js';
import { stoppedNumberWords } from './stopped-number.js';
import { habitById } from './store.js';
import { browserZone } from './zones.js';

/** What wants a decision before anything else, most serious first. */
export function bannersView(state) {
  return [
    suppressionBanner(state),
    stoppedNumberBanner(state),
    telephoneBanner(state),
    pauseBanner(state),
    zoneBanner(state),
    ...openMissedCalls()
      .slice(0, 2)
      .map((call) => missedCallBanner(call, state)),
    soundBanner(state),
  ];
}

function suppressionBanner({ suppression }) {
  if (!suppression?.suppressed) return null;
  return banner(
    'stopped',
    'bad',
    'Callivate does not call you.',
    'You asked it to stop. Reminders come as messages until you allow calls again.',
    [action('allow-calls', 'Allow calls again')],
  );
}

/** To whom it matters: where calls ring in the app they go on, unless the word that stopped the number stopped all of them. */
function stoppedNumberBanner({ settings, suppression }) {
  const matters = settings.ringOn === 'phone' || suppression?.suppressed;
  const words = matters ? stoppedNumberWords(suppression) : null;
  return words ? banner('number-stopped', 'bad', 'Your telephone is not called.', words, []) : null;
}

/** A call on the telephone is answered there: here it is only told. */
function telephoneBanner({ calls, me }) {
  const call = calls.find(isOnTheTelephone);
  return call ? banner('telephone', 'calm', telephoneWords(call, me.phone), `About: ${aboutCall(call)}.`, []) : null;
}

function pauseBanner({ pause }) {
  if (!pause) return null;
  const title = pause.resumesOn ? `Everything is paused until ${longDate(pause.resumesOn)}.` : 'Everything is paused.';
  return banner('paused', 'calm', title, 'Nothing rings, and nothing counts against you.', [
    action('resume-everything', 'Resume everything'),
  ]);
}

function zoneBanner({ me, zoneOfferDeclined }) {
  const here = browserZone();
  if (me.timeZone === here || zoneOfferDeclined === here) return null;
  const title = me.timeZone ? `This browser is in ${spoken(here)}.` : 'Which time zone are you in?';
  const body = me.timeZone
    ? `Your habits ring by the clock of ${spoken(me.timeZone)}.`
    : 'Habits ring by your own clock.';
  return banner('zone', 'calm', title, body, [
    action('take-zone', me.timeZone ? `Switch to ${spoken(here)}` : `Use ${spoken(here)}`, { 'data-zone': here }),
    me.timeZone ? action('keep-zone', `Keep ${spoken(me.timeZone)}`, { 'data-zone': here, class: 'quiet' }) : null,
  ]);
}

function missedCallBanner(call, { me, settings, today }) {
  const rangAt = call.dialedAt ?? call.queuedAt;
  const time = timeOfRing(rangAt, today.day, me.timeZone, settings.timeFormat);
  const titles = call.habitIds.map((id) => habitById(id)?.title).filter(Boolean);
  const open = (today?.items ?? []).find(
    ({ occurrence }) => call.occurrenceIds.includes(occurrence.id) && !occurrence.checkIn,
  );
  return banner(
    `missed-${call.id}`,
    'calm',
    `You missed a call at ${time}.`,
    titles.length > 0 ? `It was about ${inSeries(titles)}.` : '',
    [
      call.habitIds[0] ? action('call-now', 'Call me now', { 'data-habit': call.habitIds[0] }) : null,
      open
        ? action('check-in', 'Done', {
            'data-occurrence': open.occurrence.id,
            'data-habit': open.habit.id,
            'data-status': 'completed',
            class: 'quiet',
          })
        : null,
      action('dismiss-missed', 'Dismiss', { class: 'quiet' }),
    ],
  );
}

/** With its date, unless it was today. */
function timeOfRing(rangAt, today, timeZone, timeFormat) {
  const whole = dateAndTime(rangAt, timeZone, timeFormat);
  return whole.startsWith(shortDate(today)) ? clockTime(rangAt, timeZone, timeFormat) : whole;
}

function soundBanner({ soundLocked }) {
  if (!soundLocked) return null;
  return banner(
    'sound',
    'calm',
    'The ring is silent until you touch the page.',
    'Browsers want one click before a page may make a sound.',
    [action('unlock-sound', 'Switch sound on')],
  );
}

function banner(id, tone, title, body, actions) {
  return h(
    'section',
    { id: `banner-${id}`, class: `banner banner-${tone}`, 'aria-label': title },
    h('p', {}, h('strong', {}, title), ' ', body),
    actions.length > 0 ? h('div', { class: 'row-actions' }, actions) : null,
  );
}

function action(name, words, attributes = {}) {
  return h('button', { class: 'small', type: 'button', 'data-action': name, ...attributes }, words);
}

function spoken(zone) {
  return zone.replaceAll('_', ' ');
}
