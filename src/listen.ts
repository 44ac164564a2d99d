import { type AddressInfo, createServer } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ForPeople } from './kernel/for-people';
import { Config } from './platform/config';

const USUAL_PORT = 3000;
const PORTS_TRIED = 100;

/** Somebody else listens where we were told to: a sentence for the person who started us. */
export class PortTaken extends ForPeople {}

/** Listens where it was told to, or on the usual port or the next free one. Returns the address for a person's browser. */
export async function listen(app: NestFastifyApplication): Promise<string> {
  const { HOST, PORT } = app.get(Config);
  if (!PORT) await listenOnFreePort(app, HOST);
  else if (!(await isListening(app, PORT, HOST))) {
    throw new PortTaken(
      `Port ${PORT} on ${HOST} is taken. Set PORT to another one, or leave it unset for the next free one.`,
    );
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `http://${nameOf(HOST)}:${port}`;
}

/** A host as a browser takes it: everywhere is here, and an IPv6 address wants its brackets. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

async function listenOnFreePort(app: NestFastifyApplication, host: string): Promise<void> {
  for (let port = USUAL_PORT; port < USUAL_PORT + PORTS_TRIED; port += 1) {
    if (await isListening(app, port, host)) return;
  }
  const last = USUAL_PORT + PORTS_TRIED - 1;
  throw new PortTaken(`No port from ${USUAL_PORT} to ${last} on ${host} is free. Set PORT to one that is.`);
}

/** Looks before it leaps, for the framework would report a taken port as an error of ours. Others may leap in between. */
async function isListening(app: NestFastifyApplication, port: number, host: string): Promise<boolean> {
  if (await isTaken(port, host)) return false;
  try {
    await app.listen(port, host);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
}

function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'));
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}
