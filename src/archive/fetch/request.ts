import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { Fault } from '../../model/fault.ts';
import { checkAddress, hostOf, publicLookup } from './allowed-address.ts';
import type { HostTurns } from './host-turns.ts';
import { PassingFailure } from './retry.ts';
import type { ListSettings } from './settings.ts';

export const userAgent = 'aftershock/0.1.0 (restricted-party list archive)';

const mostRedirects = 5;

/** `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` are honoured by Node itself. */
const agents = {
  'https:': new HttpsAgent({ proxyEnv: process.env, keepAlive: false }),
  'http:': new HttpAgent({ proxyEnv: process.env, keepAlive: false }),
};

/** The answer to a request once all redirects, each checked, were followed; its body is not read yet. */
export interface Answer {
  readonly url: URL;
  readonly response: IncomingMessage;
  /** Frees the host for the next request; to be called once the body is read or given up. */
  readonly done: () => void;
}

/** The time that one attempt may take, from the moment that its first request is sent: waiting for a turn is free. */
export interface Deadline {
  start(): AbortSignal;
  readonly isOver: boolean;
}

export function deadlineAfter(milliseconds: number): Deadline {
  let signal: AbortSignal | undefined;
  return {
    start() {
      signal ??= AbortSignal.timeout(milliseconds);
      return signal;
    },
    get isOver() {
      return signal?.aborted ?? false;
    },
  };
}

/** Sends a GET request. Throws `AS_FETCH` for an address that must not be contacted, `PassingFailure` for a broken line. */
export async function get(
  address: string,
  headers: Readonly<Record<string, string>>,
  settings: ListSettings,
  turns: HostTurns,
  deadline: Deadline,
): Promise<Answer> {
  let url = new URL(address);
  for (let redirects = 0; ; redirects++) {
    checkAddress(url, settings.allowHosts);
    const done = await turns.take(url.host);
    let response: IncomingMessage;
    try {
      response = await send(url, headers, settings, deadline.start());
    } catch (error) {
      done();
      throw error;
    }
    const status = response.statusCode ?? 0;
    const location = response.headers.location;
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return { url, response, done };
    response.destroy();
    done();
    if (redirects === mostRedirects) {
      throw new Fault('AS_FETCH', `${address} leads through more than ${mostRedirects} redirects.`);
    }
    url = new URL(location, url);
  }
}

/** Sends one request, with a body as POST, to an address that was checked; follows no redirect. */
export function send(
  url: URL,
  headers: Readonly<Record<string, string>>,
  settings: ListSettings,
  signal: AbortSignal,
  body?: string,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:';
  const lookup = settings.allowHosts.includes(hostOf(url)) ? {} : { lookup: publicLookup };
  return new Promise((resolve, reject) => {
    let answered: IncomingMessage | undefined;
    const request = (isSecure ? httpsRequest : httpRequest)(
      url,
      {
        agent: isSecure ? agents['https:'] : agents['http:'],
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'user-agent': userAgent, accept: '*/*', ...headers },
        signal,
        ...lookup,
      },
      (response) => {
        answered = response;
        resolve(response);
      },
    );
    request.setTimeout(settings.idleSeconds * 1000, () => {
      // Whoever reads the body hears only of the response's own end.
      (answered ?? request).destroy(
        new PassingFailure(`${url.host} sent nothing for ${settings.idleSeconds} seconds`),
      );
    });
    request.on('error', (error) => reject(asFailure(error, url)));
    request.end(body);
  });
}

/** A broken line may be better next time; a name that leads to a private address, or a wrong certificate, will not. */
export function asFailure(error: unknown, url: URL): Error {
  if (error instanceof Fault || error instanceof PassingFailure) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  if (code === 'EPRIVATE') {
    return new Fault('AS_FETCH', `${url.host} is not contacted: ${message}.`, {
      remedy: 'If it is meant, name the host under lists.allowHosts in settings.json of the home folder.',
      cause: error,
    });
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code)) {
    return new Fault('AS_FETCH', `${url.host} does not prove that it is itself (${code}).`, {
      remedy: 'Behind a proxy that opens TLS, give its certificate with NODE_EXTRA_CA_CERTS.',
      cause: error,
    });
  }
  return new PassingFailure(`${url.host}: ${message}`, undefined, error);
}
