import { mutter } from '../support/knock';
import { expectProblem } from '../support/problems';
import { onAMachine } from './support/machine';

/** What a request may take to arrive, and the rhythm in which late ones are looked for, in ms; then some patience. */
const CUT_OFF_WITHIN = 15_000 + 2_000 + 2_000;

const JSON_HEAD = ['POST /api/v1/auth/dev HTTP/1.1', 'Host: x', 'Content-Type: application/json'].join('\r\n');

describe('A request that never ends', () => {
  it('in its headers or in its body, is told so and hung up on, while others are served', () =>
    onAMachine(async (machine) => {
      const http = await machine.start().http();
      const begun = performance.now();
      const lines = [
        mutter(http.origin, 'GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX-Slow: a'),
        mutter(http.origin, `${JSON_HEAD}\r\nContent-Length: 100\r\n\r\n{"email":`),
        mutter(http.origin, `${JSON_HEAD}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"ema`),
      ];
      expect((await http.raw('/health/ready', {})).status).toBe(200);
      for (const answer of await Promise.all(lines)) expectProblem(answer, 408, 'too-slow');
      expect(performance.now() - begun).toBeLessThan(CUT_OFF_WITHIN);
    }));
});
