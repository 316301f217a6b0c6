import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listSettingsSchema } from './settings.ts';

type Play = (request: IncomingMessage, response: ServerResponse) => void;

/** A local server that plays, request by request, what it is told; the last play goes on for ever. */
export class FaultServer {
  readonly requests: { path: string; headers: IncomingMessage['headers'] }[] = [];
  readonly #plays = new Map<string, Play[]>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '';
      this.requests.push({ path, headers: request.headers });
      const plays = this.#plays.get(path);
      const play = plays && plays.length > 1 ? plays.shift() : plays?.[0];
      if (play) play(request, response);
      else response.writeHead(404).end();
    });
  }

  on(path: string, ...plays: Play[]): void {
    this.#plays.set(path, plays);
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** A whole answer. */
export function answer(body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Play {
  return (_request, response) => {
    response.writeHead(status, { 'content-length': String(Buffer.byteLength(body)), ...headers }).end(body);
  };
}

export function redirect(location: string, status = 302): Play {
  return (_request, response) => response.writeHead(status, { location }).end();
}

/** Announces the whole, sends a part, and breaks the line. */
export function cutAfter(body: string, bytes: number, headers: Record<string, string> = {}): Play {
  return (_request, response) => {
    response.writeHead(200, { 'content-length': String(body.length), ...headers });
    response.write(body.slice(0, bytes), () => response.socket?.destroy());
  };
}

/** Answers ranges of a body as a correct server does. */
export function ranges(body: string, etag: string): Play {
  return (request, response) => {
    const start = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
    if (start === undefined || request.headers['if-range'] !== etag)
      return answer(body, { etag })(request, response);
    const rest = body.slice(Number(start));
    const range = `bytes ${start}-${body.length - 1}/${body.length}`;
    return answer(rest, { etag, 'content-range': range }, 206)(request, response);
  };
}

/** Settings that allow the local server, and waits short enough for tests. */
export const localSettings = listSettingsSchema.parse({
  allowHosts: ['127.0.0.1'],
  idleSeconds: 0.2,
  totalSeconds: 2,
  attempts: 3,
  maximumBytes: 100_000,
});
