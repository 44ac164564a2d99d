import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What a provider was asked to speak. */
export interface AskedToSpeak {
  path: string;
  headers: IncomingHttpHeaders;
  body: { model: string; voice: string; input: string };
}

/** What a provider does with a line. */
export type SpeechBehaviour =
  /** It answers with these bytes; mp3 unless another type is said. */
  | { audio: Buffer; type?: string }
  /** It answers so by status, as a provider in trouble does, and repeats the line. */
  | { status: number; location?: string }
  | 'answers JSON'
  /** It goes on speaking for as long as it is listened to. */
  | 'never ends'
  | 'hangs'
  | 'hangs amid the audio'
  | 'hangs up'
  | 'hangs up amid the audio';

/** The beginning of an mp3: an ID3 tag, then a frame of MPEG-1 layer III. */
export const MP3 = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), Buffer.from([0xff, 0xfb, 0x90, 0xc4])]);

/** A provider of speech behind the wire protocol of OpenAI, on loopback, doing as a test wishes. */
export class SpeechServer {
  readonly asked: AskedToSpeak[] = [];
  connections = 0;
  /** Bytes of an answer without an end. */
  sent = 0;
  private behaviours: SpeechBehaviour[] = [{ audio: MP3 }];

  private constructor(private readonly server: Server) {
    server.on('connection', () => {
      this.connections += 1;
    });
    server.on('request', async (request, response) => {
      const { url, headers } = request;
      const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
      this.asked.push({ path: url!, headers, body });
      const behaviour = this.behaviours.length > 1 ? this.behaviours.shift()! : this.behaviours[0]!;
      await this.behave(behaviour, body.input, response);
    });
  }

  static async listening(): Promise<SpeechServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new SpeechServer(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  /** What it does from now on, line by line; the last goes for all that follow. */
  does(...behaviours: SpeechBehaviour[]): void {
    this.behaviours = behaviours;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async behave(behaviour: SpeechBehaviour, line: string, response: ServerResponse): Promise<void> {
    if (behaviour === 'hangs') return;
    if (behaviour === 'hangs up') return void response.destroy();
    if (behaviour === 'never ends') return this.goOn(response.writeHead(200, { 'content-type': 'audio/mpeg' }));
    if (behaviour === 'answers JSON')
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ line }));
    if (typeof behaviour === 'string') {
      response.writeHead(200, { 'content-type': 'audio/mpeg' }).write(MP3);
      if (behaviour === 'hangs up amid the audio') setTimeout(() => response.destroy(), 50);
      return;
    }
    if ('audio' in behaviour)
      return void response.writeHead(200, { 'content-type': behaviour.type ?? 'audio/mpeg' }).end(behaviour.audio);
    const { status, location } = behaviour;
    const headers = { 'content-type': 'application/json', ...(location && { location }) };
    response.writeHead(status, headers).end(JSON.stringify({ error: { message: `No: ${line}`, code: 'trouble' } }));
  }

  private goOn(response: ServerResponse): Promise<void> {
    this.sent = 0;
    const endless: Readable = new Readable({
      read: () => {
        this.sent += FLOOD.length;
        endless.push(FLOOD);
      },
    });
    return pipeline(endless, response).catch(() => {});
  }
}

const FLOOD = Buffer.alloc(64 * 1024, MP3);
