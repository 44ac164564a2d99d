import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a model was asked, whichever protocol it came by. */
export interface Asked {
  model: string;
  key: string | undefined;
  instructions: string;
  data: unknown;
  schema: { properties?: Record<string, unknown> };
}

/** What a model does with a question. */
export type Behaviour =
  /** It answers this, as the text of its message. */
  | { text: string }
  /** It answers so by status, as a provider in trouble does. */
  | { status: number; location?: string }
  /** It answers with this instead of a message of the protocol. */
  | { body: string }
  /** It is silent until this is settled, then does what comes of it. */
  | { later: Promise<Behaviour> }
  | 'hangs'
  | 'hangs up';

type Wire = {
  /** What must be there for the server to take the request at all; otherwise 400, as the real ones do. */
  read(path: string, headers: IncomingMessage['headers'], body: Json): Asked | undefined;
  message(text: string, model: string): unknown;
};

// biome-ignore lint/suspicious/noExplicitAny: the body of a foreign protocol
type Json = any;

/** A model behind the wire protocol of its provider, on loopback, doing as a test wishes. */
export class ModelServer {
  readonly asked: Asked[] = [];
  /** Those not taken included. */
  requests = 0;
  private behaviours: ((asked: Asked) => Behaviour)[] = [];

  private constructor(
    private readonly server: Server,
    private readonly wire: Wire,
    private readonly path: string,
  ) {
    server.on('request', (request, response) => void this.serve(request, response));
  }

  /** OpenAI's chat completions, as Ollama and vLLM speak them. */
  static openAi(): Promise<ModelServer> {
    return ModelServer.listening(OPEN_AI, '/v1');
  }

  /** Gemini's generateContent. */
  static gemini(): Promise<ModelServer> {
    return ModelServer.listening(GEMINI, '/v1beta');
  }

  private static async listening(wire: Wire, path: string): Promise<ModelServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ModelServer(server, wire, path);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${this.path}`;
  }

  /** What it does from now on, question by question; the last goes for all that follow. */
  does(...behaviours: (Behaviour | ((asked: Asked) => Behaviour))[]): void {
    this.behaviours = behaviours.map((one) => (typeof one === 'function' ? one : () => one));
  }

  /** It answers each question with this object. */
  answers(answer: unknown): void {
    this.does({ text: JSON.stringify(answer) });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
    const asked = this.wire.read(request.url!.slice(this.path.length), request.headers, body);
    if (!asked) return void response.writeHead(400).end('{"error":{"message":"malformed request"}}');
    this.asked.push(asked);
    const behaviour = (this.behaviours.length > 1 ? this.behaviours.shift()! : this.behaviours[0]!)(asked);
    await this.behave(behaviour, asked, response);
  }

  private async behave(behaviour: Behaviour, asked: Asked, response: ServerResponse): Promise<void> {
    if (behaviour === 'hangs') return;
    if (behaviour === 'hangs up') return void response.destroy();
    if ('later' in behaviour) return this.behave(await behaviour.later, asked, response);
    const { status, location }: { status: number; location?: string } =
      'status' in behaviour ? behaviour : { status: 200 };
    const error = { error: { message: `No: ${JSON.stringify(asked.data)}`, code: status, status: 'TROUBLE' } };
    const said = 'text' in behaviour ? this.wire.message(behaviour.text, asked.model) : error;
    const headers = { 'content-type': 'application/json', ...(location && { location }) };
    response.writeHead(status, headers).end('body' in behaviour ? behaviour.body : JSON.stringify(said));
  }
}

const OPEN_AI: Wire = {
  read(path, headers, { model, messages, response_format: format }) {
    const [system, user, ...others] = messages ?? [];
    const isWhole = system?.role === 'system' && user?.role === 'user' && others.length === 0;
    if (path !== '/chat/completions' || format?.type !== 'json_schema' || !isWhole) return undefined;
    return {
      model,
      key: headers.authorization?.replace(/^Bearer /, ''),
      instructions: system.content,
      data: JSON.parse(user.content),
      schema: format.json_schema.schema,
    };
  },
  message: (content, model) => ({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_780_000_000,
    model,
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 200, completion_tokens: 20, total_tokens: 220 },
  }),
};

const GEMINI: Wire = {
  read(path, headers, { systemInstruction, contents, generationConfig }) {
    const model = /^\/models\/([^:]+):generateContent$/.exec(path)?.[1];
    const [content, ...others] = contents ?? [];
    const isJson = generationConfig?.responseMimeType === 'application/json' && generationConfig.responseJsonSchema;
    if (!model || !isJson || !systemInstruction || content?.role !== 'user' || others.length > 0) return undefined;
    return {
      model,
      key: headers['x-goog-api-key'] as string | undefined,
      instructions: textOf(systemInstruction),
      data: JSON.parse(textOf(content)),
      schema: generationConfig.responseJsonSchema,
    };
  },
  message: (text, modelVersion) => ({
    candidates: [{ index: 0, content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP' }],
    usageMetadata: { promptTokenCount: 200, candidatesTokenCount: 20, totalTokenCount: 220 },
    modelVersion,
  }),
};

function textOf({ parts }: { parts: { text: string }[] }): string {
  return parts.map(({ text }) => text).join('');
}
