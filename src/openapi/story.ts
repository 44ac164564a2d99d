/**
 * The examples of the document tell one story: Lea in Lisbon reads ten pages a day, on Monday, 2 March 2026, Callivate rings
 * at seven, and she has read them. A test holds every example against its schema.
 */
const HABIT_ID = '019c7264-b1e0-7000-8000-000000000001';
const OCCURRENCE_ID = '019caa1e-4a00-7000-8000-000000000002';
const CALL_ID = '019cad32-1300-7000-8000-000000000003';

const NO_CURSOR = { nextCursor: null };

const PHONE = { number: '•••0123', verifiedAt: '2026-02-18T20:12:00.000Z', needsProof: false };

const CONSENT_TEXT = {
  version: 'calls-1-en',
  language: 'en',
  text: 'I agree that Callivate calls me at the telephone number I have verified.\nThe calls speak with an artificial voice: I talk to an AI.',
};

const CONSENT = {
  id: '019c7253-8d00-7000-8000-000000000007',
  kind: 'calls',
  action: 'given',
  version: CONSENT_TEXT.version,
  text: CONSENT_TEXT.text,
  at: '2026-02-18T20:13:00.000Z',
  via: 'app',
};

const ME = {
  id: '019c7250-0c00-7000-8000-000000000000',
  email: 'lea@example.com',
  name: 'Lea',
  avatarUrl: null,
  timeZone: 'Europe/Lisbon',
  locale: 'en-GB',
  onboardingCompleted: true,
  phone: PHONE,
  createdAt: '2026-02-18T20:10:00.000Z',
};

const SETTINGS = {
  ringOn: 'app',
  appRings: 'any-hour',
  callingWindow: { start: '08:00', end: '21:00', days: { SU: null } },
  followUpMinutes: 30,
  graceMinutes: 120,
  bundleMinutes: 10,
  dayEndsAt: '03:00',
  timeFormat: '24h',
  language: 'en',
  callLanguage: 'en',
  streakFreezes: true,
  silentUntil: null,
  voicemail: 'hang-up',
  keepTranscripts: true,
};

const SCHEDULE = {
  startDate: '2026-02-19',
  endDate: null,
  times: ['07:00'],
  recurrence: 'FREQ=DAILY',
  timeZone: null,
};

const NEW_HABIT = { title: 'Read ten pages', schedule: SCHEDULE, kind: 'yes-no', channel: 'call', lateMinutes: 10 };

const HABIT = {
  id: HABIT_ID,
  ...NEW_HABIT,
  description: 'The blue book first.',
  target: null,
  schedule: { ...SCHEDULE, goal: null, exceptions: [], text: 'Every day at 07:00' },
  voiceId: null,
  status: 'active',
  pause: null,
  nextDueAt: '2026-03-03T07:00:00.000Z',
  streak: { current: 12, longest: 12, unit: 'day' },
  score: 0.4727,
  createdAt: '2026-02-18T20:15:00.000Z',
  updatedAt: '2026-02-18T20:15:00.000Z',
};

const PAUSE = { since: '2026-03-02T18:00:00.000Z', resumesOn: '2026-03-16' };

const WORD = { status: 'completed', quantity: null, reason: null, note: null, backfill: false };

const OCCURRENCE = {
  id: OCCURRENCE_ID,
  habitId: HABIT_ID,
  localDate: '2026-03-02',
  localTime: '07:00',
  day: '2026-03-02',
  timeZone: 'Europe/Lisbon',
  dueAt: '2026-03-02T07:00:00.000Z',
  closesAt: '2026-03-02T09:00:01.000Z',
  status: 'completed',
  closedBecause: null,
  quantity: null,
  checkIn: { ...WORD, via: 'call', at: '2026-03-02T07:00:19.000Z', quote: 'Yes, just finished' },
};

const SAID = { at: '2026-03-02T07:00:19.000Z', via: 'call', ...WORD, total: null, quote: 'Yes, just finished' };

const RINGING = {
  id: CALL_ID,
  habitIds: [HABIT_ID],
  occurrenceIds: [OCCURRENCE_ID],
  joinedOccurrenceIds: [],
  purpose: 'due',
  attempt: 1,
  line: 'browser',
  status: 'ringing',
  ending: null,
  refusal: null,
  queuedAt: '2026-03-02T07:00:00.000Z',
  dialedAt: '2026-03-02T07:00:01.000Z',
  ringingAt: '2026-03-02T07:00:01.000Z',
  answeredAt: null,
  endedAt: null,
  durationSeconds: null,
  turns: [],
  results: [],
  latency: null,
  cost: null,
  failureCode: null,
  evidence: null,
};

const CALL = {
  ...RINGING,
  status: 'ended',
  ending: 'answered',
  answeredAt: '2026-03-02T07:00:06.000Z',
  endedAt: '2026-03-02T07:00:24.000Z',
  durationSeconds: 18,
  turns: [
    {
      speaker: 'callivate',
      text: 'Hello Lea, this is Callivate, an AI assistant, calling about “Read ten pages”.',
      at: '2026-03-02T07:00:07.000Z',
    },
    { speaker: 'person', text: 'Yes, just finished', at: '2026-03-02T07:00:19.000Z' },
  ],
  results: [
    {
      occurrenceId: OCCURRENCE_ID,
      meaning: 'done',
      quote: 'Yes, just finished',
      quantity: null,
      callBackAt: null,
      at: '2026-03-02T07:00:19.000Z',
    },
  ],
  latency: { turns: 1, p50Ms: 2, p95Ms: 2, lineP50Ms: null, lineP95Ms: null },
};

const MEMORY = {
  habitId: HABIT_ID,
  memory: {
    kind: 'reason',
    text: 'the kids were sick',
    saidAt: '2026-03-02T07:00:20.000Z',
    callId: CALL_ID,
    toldAt: null,
  },
};

const LUNA = {
  id: 'luna',
  name: 'Luna',
  persona: 'calm',
  gender: 'female',
  description: 'Calm and gentle, in no hurry.',
  isDefault: false,
  isFavourite: true,
  languages: [
    {
      language: 'en',
      sample: 'Hello. This is Luna, your AI caller. Take your time. How did it go today?',
      browser: { lang: 'en-US', pitch: 0.95, rate: 0.9, names: ['Samantha', 'Jenny', 'Aria'] },
      telephone: { ttsProvider: 'Google', voice: 'en-US-Chirp3-HD-Leda', language: 'en-US' },
    },
  ],
};

const MESSAGE = {
  id: '019ca82c-5800-7000-8000-000000000004',
  kind: 'missed-call',
  title: 'Read ten pages',
  body: 'We rang about 07:00 and did not reach you. Did you do it?',
  occurrenceIds: ['019ca4f7-ee00-7000-8000-000000000005'],
};

const TIMELINE = [
  { at: '2026-02-28T07:00:00.000Z', kind: 'planned', text: 'Planned for 2026-03-02 at 07:00 (Europe/Lisbon).' },
  { at: '2026-03-02T07:00:00.000Z', kind: 'due', text: 'It fell due and was taken up.' },
  { at: '2026-03-02T07:00:01.000Z', kind: 'call-ringing', text: 'The phone rang.', callId: CALL_ID },
  { at: '2026-03-02T07:00:19.000Z', kind: 'heard', text: 'You: “Yes, just finished”', callId: CALL_ID },
];

const IMPORT = {
  id: '019ca82c-5801-7000-8000-000000000006',
  source: 'loop',
  createdAt: '2026-03-01T10:00:00.000Z',
  expiresAt: '2026-03-02T10:00:00.000Z',
  appliedAt: null,
  habits: [
    {
      title: 'Meditate',
      habitId: null,
      schedule: {
        ...SCHEDULE,
        startDate: '2025-11-03',
        times: ['20:00'],
        goal: { times: 3, per: 'week' },
        exceptions: [],
        text: '3 times a week, every day at 20:00',
      },
      channel: 'push',
      archived: false,
      from: '2025-11-03',
      to: '2026-02-28',
      completed: 51,
      skipped: 2,
      missed: 0,
      remarks: [],
      made: null,
    },
  ],
  rejected: [{ file: '001 Meditate/Checkmarks.csv', row: 7, reason: '“MAYBE” is no value that Loop writes.' }],
};

const IN_A_ROW = { current: 12, longest: 12, startedOn: '2026-02-19', nextMilestone: 14, toNextMilestone: 2 };
const STREAK = { habitId: HABIT_ID, unit: 'day', ...IN_A_ROW, score: 0.4727 };
const OVERALL = { ...IN_A_ROW, freezes: { enabled: true, held: 1, usedOn: [] } };
const DAY = { status: 'completed', due: 1, completed: 1, skipped: 0, missed: 0 };
const TO_COME = { status: 'pending', due: 1, completed: 0, skipped: 0, missed: 0 };
const MONTH = { '2026-03-01': DAY, '2026-03-02': DAY, '2026-03-03': TO_COME };

const UPCOMING = {
  ...OCCURRENCE,
  id: null,
  localDate: '2026-03-08',
  day: '2026-03-08',
  dueAt: '2026-03-08T07:00:00.000Z',
  closesAt: '2026-03-08T09:00:00.000Z',
  status: 'planned',
  checkIn: null,
};

/** What a request or an answer of that schema may look like. */
export const EXAMPLES: Record<string, object> = {
  MeResponse: ME,
  UpdateMeRequest: { timeZone: 'Europe/Lisbon', onboardingCompleted: true },
  SettingsResponse: { ...SETTINGS, defaultVoiceId: null },
  UpdateSettingsRequest: { appRings: 'calling-window', callingWindow: SETTINGS.callingWindow, graceMinutes: 120 },
  SuppressionResponse: {
    suppressed: true,
    since: '2026-03-02T07:00:19.000Z',
    via: 'app',
    reason: 'I am on holiday.',
    quote: null,
    numberStopped: null,
  },
  PutPhoneRequest: { number: '+1 415 555 0123', by: 'sms' },
  PhoneVerificationResponse: {
    number: PHONE.number,
    by: 'sms',
    expiresAt: '2026-02-18T20:21:40.000Z',
    resendAfter: '2026-02-18T20:12:10.000Z',
  },
  VerifyPhoneRequest: { code: '123456' },
  PhoneResponse: PHONE,
  ConsentTextResponse: CONSENT_TEXT,
  GiveConsentRequest: { kind: 'calls', version: CONSENT_TEXT.version },
  ConsentResponse: CONSENT,
  ConsentPage: { items: [CONSENT], ...NO_CURSOR },
  SuppressRequest: { reason: 'I am on holiday.' },
  DevSignInRequest: { email: ME.email, name: ME.name, timeZone: ME.timeZone },
  SessionResponse: {
    accessToken: 'the-access-token',
    accessTokenExpiresAt: '2026-03-02T07:15:00.000Z',
    refreshToken: 'the-refresh-token',
    refreshTokenExpiresAt: '2026-04-01T07:00:00.000Z',
    user: ME,
  },
  RefreshRequest: { refreshToken: 'the-refresh-token' },
  PauseRequest: { resumesOn: '2026-03-16' },
  PauseOfEverythingResponse: { paused: true, ...PAUSE },
  CreateHabitRequest: NEW_HABIT,
  UpdateHabitRequest: { title: 'Read twenty pages', lateMinutes: 20 },
  HabitResponse: HABIT,
  HabitPage: { items: [HABIT], ...NO_CURSOR },
  PreviewRequest: { text: 'Mon, Wed and Fri at 7am', count: 2 },
  PreviewResponse: {
    instants: ['2026-03-04T07:00:00.000Z', '2026-03-06T07:00:00.000Z'],
    text: 'Mon, Wed and Fri at 07:00',
    schedule: {
      ...HABIT.schedule,
      startDate: '2026-03-02',
      recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE,FR',
      text: 'Mon, Wed and Fri at 07:00',
    },
  },
  CheckInRequest: { status: 'completed', note: 'Two more than ten.' },
  ProgressRequest: { quantity: 250 },
  CheckInHistory: {
    items: [
      { kind: 'check-in', ...SAID, supersededAt: '2026-03-02T07:20:00.000Z' },
      {
        ...{ kind: 'taken-back', ...SAID, at: '2026-03-02T07:20:00.000Z', via: 'app', status: null, quote: null },
        supersededAt: null,
      },
    ],
    ...NO_CURSOR,
  },
  OccurrenceResponse: OCCURRENCE,
  OccurrencePage: { items: [OCCURRENCE], ...NO_CURSOR },
  TodayResponse: { day: '2026-03-02', timeZone: 'Europe/Lisbon', items: [{ occurrence: OCCURRENCE, habit: HABIT }] },
  StreaksResponse: { items: [STREAK], overall: OVERALL },
  StreakWithScoresResponse: {
    ...STREAK,
    scores: [
      { day: '2026-03-01', score: 0.4438 },
      { day: '2026-03-02', score: 0.4727 },
    ],
  },
  CalendarResponse: {
    month: '2026-03',
    days: Object.entries(MONTH).map(([day, counts]) => ({
      day,
      ...counts,
      habits: [{ habitId: HABIT_ID, ...counts }],
    })),
  },
  NewCalendarFeedResponse: {
    url: 'http://127.0.0.1:3000/api/v1/calendar.ics?token=known-to-you-alone',
    createdAt: '2026-03-02T07:05:00.000Z',
  },
  CalendarFeedResponse: { createdAt: '2026-03-02T07:05:00.000Z', lastReadAt: '2026-03-02T08:00:12.000Z' },
  UpcomingResponse: { timeZone: 'Europe/Lisbon', items: [UPCOMING], ...NO_CURSOR },
  ImportResponse: IMPORT,
  MessagePage: {
    items: [{ ...MESSAGE, createdAt: '2026-03-01T07:31:00.000Z', sentAt: '2026-03-01T07:31:02.000Z' }],
    ...NO_CURSOR,
  },
  CallResponse: CALL,
  CallPage: { items: [CALL], ...NO_CURSOR },
  AnswerResponse: { relayUrl: 'ws://127.0.0.1:3000/relay?ticket=once' },
  MemoryResponse: MEMORY,
  MemoryPage: { items: [MEMORY], ...NO_CURSOR },
  VoiceResponse: LUNA,
  VoicesResponse: { items: [LUNA] },
  VoicePreviewRequest: { language: 'en', text: 'Time to read, Lea' },
  VoicePreviewResponse: {
    ...{ voiceId: 'luna', language: 'en', text: 'Time to read, Lea' },
    browser: LUNA.languages[0]!.browser,
    audio: { mediaType: 'audio/mpeg', base64: 'SUQzBAAAAAAAAP/7kMQ=' },
    fallback: null,
  },
  DefaultVoiceRequest: { voiceId: 'luna' },
  ScriptResponse: {
    ...{ habitId: HABIT_ID, voiceId: 'sarah', persona: 'warm', language: 'en', situation: 'plain-day' },
    nextDueAt: '2026-03-03T07:00:00.000Z',
    greeting: [
      'Hello Lea, this is Callivate, an AI assistant, calling about “Read ten pages”.',
      'Your answers are written down.',
    ],
    question: 'Have you done it?',
    onDone: ['Well done.', '2 days in a row.'],
    onPartly: ['Thank you, that is a start. I noted it.'],
    onNotDone: ['All right, thank you for telling me.'],
    onSkip: ['All right, I skip it this time.'],
    goodbye: 'Take care.',
    seconds: 13.2,
  },
  TimelineResponse: {
    occurrenceId: OCCURRENCE_ID,
    items: TIMELINE.map((step) => ({ callId: null, ...step })),
  },
  CallRinging: {
    callId: CALL_ID,
    habits: [{ id: HABIT_ID, title: HABIT.title }],
    voice: 'sarah',
    expiresAt: '2026-03-02T07:00:31.000Z',
    at: '2026-03-02T07:00:01.000Z',
  },
  CallUpdated: { callId: CALL_ID, status: 'ended', ending: 'answered' },
  OccurrenceUpdated: { occurrenceId: OCCURRENCE_ID, habitId: HABIT_ID, day: '2026-03-02', status: 'completed' },
  HabitUpdated: { habitId: HABIT_ID },
  StreakUpdated: { habitId: HABIT_ID },
  NotificationCreated: MESSAGE,
  Reconnect: {},
  AuditPage: {
    items: [
      {
        id: '019c7250-0c01-7000-8000-000000000004',
        action: 'calls-suppressed',
        at: '2026-02-27T18:00:00.000Z',
        detail: { via: 'app', reason: 'On holiday.' },
      },
    ],
    ...NO_CURSOR,
  },
  ConfigReportResponse: {
    valid: true,
    findings: [
      {
        variable: 'TRUST_PROXY',
        level: 'recommended',
        problem: 'is 0, though the public address is https',
        remedy: 'Say how many proxies stand in front.',
      },
    ],
    variables: [{ name: 'TRUST_PROXY', from: 'default' }],
  },
};

/** Where an answer stands at another point of the story than its schema's example does. */
export const EXAMPLES_OF_OPERATIONS: Record<string, object> = {
  habitsCreate: {
    ...HABIT,
    nextDueAt: '2026-02-19T07:00:00.000Z',
    streak: { current: 0, longest: 0, unit: 'day' },
    score: 0,
  },
  habitsPause: {
    ...HABIT,
    status: 'paused',
    pause: { of: 'habit', ...PAUSE },
    nextDueAt: '2026-03-16T07:00:00.000Z',
  },
  habitsArchive: { ...HABIT, status: 'archived', nextDueAt: null },
  daysProgress: { ...OCCURRENCE, status: 'due', quantity: 1250, checkIn: null },
  daysTakeBack: { ...OCCURRENCE, status: 'due', checkIn: null },
  daysTakeBackAt: { ...OCCURRENCE, status: 'due', checkIn: null },
  importsApply: {
    ...IMPORT,
    appliedAt: '2026-03-01T10:02:00.000Z',
    habits: IMPORT.habits.map((habit) => ({ ...habit, habitId: HABIT_ID, made: { habit: true, days: 53 } })),
  },
  voicesChoose: { ...LUNA, isDefault: true },
  callsCallNow: { ...RINGING, purpose: 'now' },
  callsTestCall: { ...RINGING, purpose: 'test', habitIds: [], occurrenceIds: [] },
  callsDecline: { ...RINGING, status: 'ended', ending: 'declined', endedAt: '2026-03-02T07:00:05.000Z' },
};
