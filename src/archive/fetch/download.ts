import type { IncomingMessage } from 'node:http';
import { gunzip, tooLarge } from '../../formats/index.ts';
import { Fault } from '../../model/fault.ts';
import type { HostTurns } from './host-turns.ts';
import { type PartialFile, partialFile } from './partial-file.ts';
import { type Answer, asFailure, deadlineAfter, get } from './request.ts';
import { PassingFailure, retryAfter, type Waiting, withRetries } from './retry.ts';
import type { ListSettings } from './settings.ts';

/** What a server said of a copy, to ask next time whether it is still the same. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export type Download =
  | { readonly state: 'unchanged' }
  | {
      readonly state: 'fetched';
      readonly bytes: Uint8Array;
      readonly url: string;
      readonly validators: Validators;
    };

export interface DownloadOptions {
  readonly settings: ListSettings;
  /** Shared by all downloads that run side by side. */
  readonly turns: HostTurns;
  readonly waiting: Waiting;
  /** Where broken downloads are kept to go on with. */
  readonly partialFolder: string;
  /** Validators of the copy that is held. */
  readonly held?: Validators | undefined;
  readonly now: () => number;
  readonly onProgress?: ((received: number, total: number | undefined) => void) | undefined;
  readonly onRetry?: ((message: string, wait: number) => void) | undefined;
}

/**
 * Fetches one file. Broken lines and busy servers are tried again, going on where the last attempt stopped. Throws
 * `AS_FETCH` when it gives up, `AS_FILE_TOO_LARGE` over the size limit, sent or decompressed.
 */
export async function download(url: string, options: DownloadOptions): Promise<Download> {
  const partial = partialFile(options.partialFolder, url);
  const { attempts } = options.settings;
  try {
    return await withRetries(
      attempts,
      options.waiting,
      () => attempt(url, partial, options),
      (failure, wait) => options.onRetry?.(failure.message, wait),
    );
  } catch (error) {
    if (!(error instanceof PassingFailure)) throw error;
    throw new Fault('AS_FETCH', `${url} could not be fetched in ${attempts} attempts: ${error.message}.`, {
      remedy: 'Try again later, or give the files with --from; what was held before stays in use.',
      cause: error,
    });
  }
}

async function attempt(url: string, partial: PartialFile, options: DownloadOptions): Promise<Download> {
  const before = partial.held();
  const deadline = deadlineAfter(options.settings.totalSeconds * 1000);
  const headers = requestHeaders(before, options.held);
  try {
    const answer = await get(url, headers, options.settings, options.turns, deadline);
    try {
      return await receive(url, answer, partial, before, options);
    } finally {
      answer.done();
    }
  } catch (error) {
    if (deadline.isOver) {
      throw new PassingFailure(
        `it took more than ${options.settings.totalSeconds} seconds`,
        undefined,
        error,
      );
    }
    throw asFailure(error, new URL(url));
  }
}

type Held = ReturnType<PartialFile['held']>;

function requestHeaders(before: Held, held: Validators | undefined): Record<string, string> {
  const headers: Record<string, string> = { 'accept-encoding': 'gzip' };
  if (before) return { ...headers, range: `bytes=${before.bytes}-`, 'if-range': before.validator };
  if (held?.etag !== undefined) headers['if-none-match'] = held.etag;
  if (held?.lastModified !== undefined) headers['if-modified-since'] = held.lastModified;
  return headers;
}

async function receive(
  url: string,
  answer: Answer,
  partial: PartialFile,
  before: Held,
  options: DownloadOptions,
): Promise<Download> {
  const { response } = answer;
  const status = response.statusCode ?? 0;
  if (status === 304) {
    response.destroy();
    return { state: 'unchanged' };
  }
  if (status === 416) {
    response.destroy();
    partial.discard();
    throw new PassingFailure('the server has another copy by now');
  }
  if (status !== 200 && status !== 206) throw statusFailure(answer, options.now());
  const goesOn = status === 206 && before !== undefined && startOfRange(response) === before.bytes;
  if (status === 206 && !goesOn) {
    response.destroy();
    partial.discard();
    throw new PassingFailure('the server sent a part that was not asked for');
  }
  const encoding = goesOn ? before.encoding : (response.headers['content-encoding'] ?? 'identity');
  if (!goesOn) partial.begin(resumeValidator(response), encoding);
  await receiveBody(answer, partial, goesOn ? before.bytes : 0, options);
  const bytes = decode(partial.read(), encoding, url, options.settings.maximumBytes);
  partial.discard();
  return { state: 'fetched', bytes, url: answer.url.href, validators: validatorsOf(response) };
}

async function receiveBody(
  { response, url }: Answer,
  partial: PartialFile,
  start: number,
  options: DownloadOptions,
): Promise<void> {
  const length = response.headers['content-length'];
  const total = length === undefined ? undefined : start + Number(length);
  const limit = options.settings.maximumBytes;
  if (total !== undefined && total > limit) {
    response.destroy();
    partial.discard();
    throw tooLarge(url.href, limit);
  }
  let received = start;
  // A body that ends before its length, or whose last chunk is missing, makes Node end this loop with an error.
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    received += chunk.length;
    if (received > limit) {
      response.destroy();
      partial.discard();
      throw tooLarge(url.href, limit);
    }
    partial.append(chunk);
    options.onProgress?.(received, total);
  }
  if (total !== undefined && received !== total)
    throw new PassingFailure('the file came shorter than announced');
}

function decode(bytes: Uint8Array, encoding: string, url: string, limit: number): Uint8Array {
  if (encoding === 'identity' || encoding === '') return bytes;
  if (encoding === 'gzip' || encoding === 'x-gzip') return gunzip(bytes, url, limit);
  throw new Fault('AS_FETCH', `${url} came in the encoding "${encoding}", which was not asked for.`);
}

/** Of a weak ETag two copies may differ in bytes, so it cannot join two parts (RFC 9110, section 13.1.5). */
function resumeValidator(response: IncomingMessage): string | undefined {
  const { etag, 'last-modified': lastModified, 'accept-ranges': ranges } = response.headers;
  if (ranges === 'none') return undefined;
  return etag !== undefined && !etag.startsWith('W/') ? etag : lastModified;
}

function validatorsOf(response: IncomingMessage): Validators {
  const { etag, 'last-modified': lastModified } = response.headers;
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}

function startOfRange(response: IncomingMessage): number | undefined {
  const start = /^bytes (\d+)-/.exec(response.headers['content-range'] ?? '')?.[1];
  return start === undefined ? undefined : Number(start);
}

function statusFailure({ response, url }: Answer, now: number): Error {
  const status = response.statusCode ?? 0;
  response.destroy();
  if (status === 408 || status === 429 || status >= 500) {
    return new PassingFailure(
      `${url.host} answered ${status}`,
      retryAfter(response.headers['retry-after'], now),
    );
  }
  return new Fault('AS_FETCH', `${url.href} answered ${status}.`, {
    remedy:
      'The publisher may have moved the list; a new address can be set in settings.json of the home folder.',
  });
}
