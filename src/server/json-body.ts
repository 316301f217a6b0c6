import type { FastifyInstance } from 'fastify';
import { Fault } from '../model/index.ts';

/** Levels of a body that anything here could mean; more is refused before it can exhaust whoever walks it. */
const deepest = 64;

/** Reads JSON bodies strictly: UTF-8 without broken bytes, of bounded depth, and without names that change objects. */
export function readJsonStrictly(server: FastifyInstance): void {
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser(
    /^application\/(?:[\w.-]+\+)?json(?:;|$)/,
    { parseAs: 'buffer' },
    async (request: { readonly headers: { readonly 'content-type'?: string | undefined } }, body: Buffer) => {
      const charset = /charset="?([\w-]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
      if (charset !== undefined && !/^utf-?8$/i.test(charset))
        throw refused(415, `The body is in ${charset}; only UTF-8 is read.`);
      // Clients that always name a type send it with a DELETE too; what needs a body says that it is missing.
      if (body.length === 0) return undefined;
      return parseStrictly(decode(body));
    },
  );
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw refused(400, 'The body is not UTF-8.');
  }
}

/** A JSON text of bounded depth, without names that change objects; `what` stands in the refusal. */
export function parseStrictly(text: string, what = 'The body'): unknown {
  if (depthOf(text) > deepest) throw refused(400, `${what} is nested more than ${deepest} levels deep.`);
  try {
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : '';
    throw refused(400, `${what} is not JSON. ${why}`.trim());
  }
}

/** The deepest level of brackets outside texts. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isText) {
      if (code === 0x5c) at++;
      else if (code === 0x22) isText = false;
    } else if (code === 0x22) isText = true;
    else if (code === 0x5b || code === 0x7b) most = Math.max(most, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return most;
}

function refused(statusCode: number, message: string): Fault {
  return Object.assign(new Fault('AS_USAGE', message), { statusCode });
}
