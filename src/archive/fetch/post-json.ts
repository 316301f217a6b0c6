import { Fault } from '../../model/fault.ts';
import { checkAddress } from './allowed-address.ts';
import { asFailure, send } from './request.ts';
import { PassingFailure, retryAfter, type Waiting, withRetries } from './retry.ts';
import type { ListSettings } from './settings.ts';

export interface PostOptions {
  readonly settings: ListSettings;
  readonly waiting: Waiting;
  readonly now: () => number;
  readonly onRetry?: (message: string, wait: number) => void;
}

/** One attempt may take this long at most; whoever takes a message answers at once. */
const mostSeconds = 60;

/** Statuses after which the same message may be taken later. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Posts a JSON text to a webhook of the user. Broken lines and busy servers are tried again; no redirect is followed, so
 * that the message goes nowhere but where it was sent. The answer's body is not read. Throws `AS_NOTIFY` when it was not
 * taken, `AS_FETCH` for an address that must not be contacted (private, not HTTPS) unless `lists.allowHosts` names it.
 */
export async function postJson(address: string, json: string, options: PostOptions): Promise<void> {
  const url = addressOf(address);
  checkAddress(url, options.settings.allowHosts);
  try {
    await withRetries(
      options.settings.attempts,
      options.waiting,
      () => attempt(url, json, options),
      (failure, wait) => options.onRetry?.(failure.message, wait),
    );
  } catch (error) {
    if (!(error instanceof PassingFailure)) throw error;
    throw new Fault(
      'AS_NOTIFY',
      `${url.origin} did not take the message in ${options.settings.attempts} attempts: ${error.message}.`,
      { remedy: 'What was not delivered is told again by the next run.', cause: error },
    );
  }
}

/** An address may carry a secret in its path, so that messages name its origin alone. Throws `AS_USAGE` for no address. */
export function addressOf(address: string): URL {
  if (!URL.canParse(address) || !/^https?:/i.test(address)) {
    throw new Fault('AS_USAGE', 'The address to notify is no web address.', {
      remedy: 'Give it as https://host/path.',
    });
  }
  return new URL(address);
}

async function attempt(url: URL, json: string, { settings, now }: PostOptions): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(json)),
  };
  let response: Awaited<ReturnType<typeof send>>;
  try {
    response = await send(url, headers, settings, AbortSignal.timeout(mostSeconds * 1000), json);
  } catch (error) {
    throw asFailure(error, url);
  }
  const status = response.statusCode ?? 0;
  const after = response.headers['retry-after'];
  response.destroy();
  if (status >= 200 && status < 300) return;
  if (passing.has(status))
    throw new PassingFailure(`${url.host} answered ${status}`, retryAfter(after, now()));
  const isRedirect = status >= 300 && status < 400;
  throw new Fault('AS_NOTIFY', `${url.origin} answered ${status}${isRedirect ? ', a redirect' : ''}.`, {
    remedy: isRedirect
      ? 'Give the address that it leads to: messages do not follow redirects.'
      : 'Check the address, and what it wants of a message.',
  });
}
