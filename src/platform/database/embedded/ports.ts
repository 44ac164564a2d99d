import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A port of the loopback interface that nobody listens on, below the range from which systems take the ports of
 * outgoing connections: none of those can slip into it while PostgreSQL is down for a moment.
 */
export async function freePort(preferred?: number): Promise<number> {
  for (let port = preferred ?? anyPort(); ; port = anyPort()) {
    if (await isFree(port)) return port;
  }
}

function anyPort(): number {
  return randomInt(20_000, 32_000);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
