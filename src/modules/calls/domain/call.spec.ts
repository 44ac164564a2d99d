import { CALL_MOVES, type CallStatus, LIVE, statesBefore } from './call';

describe('The life of a call', () => {
  const states = Object.keys(CALL_MOVES) as CallStatus[];

  it('leads from the queue to an end, whatever happens between', () => {
    const reached = new Set<CallStatus>(['queued']);
    for (const state of reached) for (const next of CALL_MOVES[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...states].sort());
    for (const state of states.filter((name) => name !== 'ended')) expect(CALL_MOVES[state]).toContain('ended');
  });

  it('never goes back, but for a dial that is proven not to have happened', () => {
    expect(CALL_MOVES.ended).toEqual([]);
    expect(statesBefore('queued')).toEqual(['dialing', 'unknown']);
    expect(statesBefore('ringing')).toEqual(['queued', 'dialing', 'unknown']);
    expect(statesBefore('talking')).toEqual(['queued', 'dialing', 'unknown', 'ringing']);
  });

  it('is live from the dial until the end', () => {
    expect(states.filter((state) => !LIVE.includes(state))).toEqual(['queued', 'ended']);
  });
});
