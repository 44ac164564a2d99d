import type { OpenAPIObject } from '@nestjs/swagger';
import { IS_PUBLIC } from '../platform/http';
import { problemReference, refusal } from './problem-responses';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']> & { [IS_PUBLIC]?: boolean };

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
/** Headers no client sets by itself, though a route reads them. */
const SET_BY_HTTP = new Set(['host', 'user-agent']);
/** Open to everybody, and yet refused when the token in its body is no longer good. */
const TRADES_A_TOKEN = 'authRefresh';
const LONGEST_SUMMARY = 60;

/** The conflicts a route may answer; whatever else it may answer follows from its shape. */
const CONFLICTS: Record<string, string[]> = {
  meChangeSettings: ['telephone-not-available', 'phone-not-verified', 'consent-needed'],
  phoneSend: ['telephone-not-available'],
  phoneVerify: ['code-void'],
  phoneContact: ['telephone-not-available'],
  consentsGive: ['phone-not-verified', 'consent-outdated'],
  habitsCreate: ['time-zone-needed', 'too-many-habits'],
  habitsUnarchive: ['too-many-habits'],
  habitsUpdate: ['habit-archived'],
  habitsPause: ['habit-archived', 'time-zone-needed'],
  pausesPause: ['time-zone-needed'],
  habitsPreview: ['time-zone-needed'],
  importsLoop: ['time-zone-needed'],
  importsHabitica: ['time-zone-needed'],
  importsCsv: ['time-zone-needed'],
  importsApply: ['time-zone-needed'],
  daysToday: ['time-zone-needed'],
  daysProgress: ['too-early'],
  daysUpcoming: ['time-zone-needed'],
  daysCheckIn: ['too-early'],
  daysCheckInAt: ['too-early', 'habit-archived', 'time-zone-needed'],
  callsAnswer: ['call-not-ringing'],
  callsDecline: ['call-not-ringing'],
  callsCallNow: ['call-in-progress', 'habit-not-active'],
  callsTestCall: ['call-in-progress'],
};

/** Routes without an id in their path that may find nothing all the same. */
const MAY_FIND_NOTHING = new Set(['calendarFeedFind', 'calendarRead', 'daysUpcoming']);

/** What an answer is, where its route does not say more. */
const ANSWERS: Record<string, string> = {
  200: 'As it is now.',
  201: 'It was made.',
  202: 'It was begun; this is how it stands.',
  204: 'It was done.',
};

export function operationsOf({ paths }: OpenAPIObject): { path: string; operation: Operation }[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, operation }] : [];
    }),
  );
}

/** A stable id, a short summary, who may ask, and the problems that may come back. */
export function completedOperation(path: string, operation: Operation): Partial<Operation> {
  const comment = operation.summary ?? '';
  const security = operation[IS_PUBLIC] ? [] : (operation.security ?? [{ bearer: [] }]);
  return {
    operationId: operation.operationId?.replace('[0]', '').replace('[1]', 'UnderApi'),
    summary: shortened(comment),
    description: operation.description || comment,
    security,
    parameters: operation.parameters?.filter((one) => !('in' in one) || !SET_BY_HTTP.has(one.name)),
    responses: { ...described(operation.responses), ...problemsOf(path, operation, security.length > 0) },
  };
}

/** The first sentence; of a long one, what stands before its first comma or colon. */
function shortened(comment: string): string {
  const sentence = comment.split(/[.](?:\s|$)/, 1)[0] ?? '';
  return sentence.length <= LONGEST_SUMMARY ? sentence : (sentence.split(/[,:;]/, 1)[0] ?? '');
}

function described(responses: Operation['responses']): Operation['responses'] {
  const entries = Object.entries(responses).map(([status, response]) => {
    const isSilent = response && 'description' in response && response.description === '';
    return [status, isSilent ? { ...response, description: ANSWERS[status] ?? '' } : response];
  });
  return Object.fromEntries(entries);
}

function problemsOf(path: string, operation: Operation, isGuarded: boolean): Operation['responses'] {
  const takesInput = operation.requestBody || (operation.parameters?.length ?? 0) > 0;
  const statuses = [
    ...(takesInput ? [400] : []),
    ...(operation.requestBody ? [413, 415] : []),
    ...(isGuarded || operation.operationId === TRADES_A_TOKEN ? [401] : []),
    ...(path.includes('{') || MAY_FIND_NOTHING.has(operation.operationId ?? '') ? [404] : []),
    ...[429, 500, 503].filter((status) => !operation.responses[status]),
  ];
  const conflicts = CONFLICTS[operation.operationId ?? ''];
  return {
    ...Object.fromEntries(statuses.map((status) => [status, problemReference(status)])),
    ...(conflicts && { 409: refusal(conflicts) }),
  };
}
