import { Briefing, Brought } from './briefing';
import { begin } from './conversation';
import { MOVES, PHASES, Phase, QUESTIONS } from './phases';
import { question } from './questions';
import { rehearse } from './rehearsal';
import { ConversationState, Offer } from './state';

/** Ten past six in the evening, in Lisbon. */
const NOW = new Date('2026-03-02T18:10:00Z');

const EXAMPLE: Briefing = {
  purpose: 'due',
  personName: 'Ada',
  habits: [
    {
      occurrenceId: 'pages',
      title: 'Read ten pages',
      kind: 'numeric',
      unit: 'pages',
      target: 10,
      dueTime: '18:10',
      streakIfDone: 5,
      streakAtStake: 4,
      open: true,
    },
    {
      occurrenceId: 'run',
      title: 'Run',
      kind: 'yes-no',
      unit: null,
      target: null,
      dueTime: '18:15',
      streakIfDone: 1,
      open: true,
    },
  ],
  timeZone: 'Europe/Lisbon',
  timeFormat: '24h',
  callbacksLeft: 3,
  latestCallback: new Date('2026-03-03T00:00:00Z'),
};

const OFFER: Offer = { occurrenceId: 'run', memory: { kind: 'commitment', text: 'tomorrow before work' } };

const ANSWERS: readonly string[] = ['who is this?', 'sort of', 'twelve', 'I am sick', 'no'];

/** The conversation as Markdown: its states and moves as a picture and a table, and a talk that was held a moment ago. */
function drawn(): string {
  return [
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> ringing',
    ...PHASES.flatMap((from) => Object.keys(MOVES[from]).map((to) => `  ${state(from)} --> ${state(to)}`)),
    '  over --> [*]',
    '```',
    '',
    '| State | What was asked | Move to | When |',
    '| --- | --- | --- | --- |',
    ...PHASES.flatMap(rows),
    '',
    '## An example',
    '',
    'Ada is called about reading, which counts pages, and running joins because it is due in five minutes. In brackets: the state after it.',
    '',
    ...example(),
  ].join('\n');
}

/** Mermaid takes a hyphen for the beginning of an arrow. */
function state(phase: Phase | string): string {
  return phase.replaceAll('-', '_');
}

function rows(phase: Phase): string[] {
  const moves = Object.entries(MOVES[phase]);
  if (moves.length === 0) return [`| ${phase} | nothing more | | |`];
  return moves.map(([to, when], index) => {
    const [name, asked] = index === 0 ? [`**${phase}**`, askedIn(phase)] : ['', ''];
    return `| ${name} | ${asked} | ${to} | ${when} |`;
  });
}

function askedIn(phase: Phase): string {
  if (phase === 'ringing' || phase === 'over') return 'nothing yet';
  const standing: ConversationState = { ...begin(EXAMPLE), phase, offer: OFFER };
  return `“${question(standing)}” (understood as an answer to \`${QUESTIONS[phase]}\`)`;
}

function example(): string[] {
  const { lines } = rehearse(EXAMPLE, [{ kind: 'answered' }, ...ANSWERS.map(said)], NOW);
  return lines.flatMap(({ heard, said: words, state: { phase } }) => [
    ...(heard.kind === 'said' ? [`- *“${heard.text}”*`] : []),
    `- ${words.join(' ')} [${phase}]`,
  ]);
}

function said(text: string): Brought {
  return { kind: 'said', text };
}

/** Between these lines of a document stands what is drawn. */
const [BEGIN, END] = ['<!-- drawn: npm run draw -->', '<!-- end of what is drawn -->'];

/** The document with what is drawn as it is now. @throws when it has no place for it. */
export function drawnInto(document: string): string {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`Keep the lines ${BEGIN} and ${END} in it.`);
  return `${before}${BEGIN}\n\n${drawn()}\n\n${END}${after}`;
}
