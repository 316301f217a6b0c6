import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { describePlace, Fault, faultCodes } from '../model/index.ts';
import { type Finding, refusedInput } from './refused-input.ts';

/** A problem as RFC 9457 has it, with the stable code of the fault and what to do about it. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string().describe('What the type of problem is; the same for all of a type.'),
  status: z.int(),
  detail: z.string().optional().describe('What went wrong this time.'),
  code: z.string().optional(),
  place: z.string().optional(),
  remedy: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

const described = 'What this address takes stands in /openapi.json.';

/** What to do about a request that is refused before it reaches an address. */
const remedies: Readonly<Record<number, string>> = {
  404: 'All addresses stand in /openapi.json.',
  413: 'Send less at a time: long lists of names as several jobs, large exports as several files.',
  415: 'Send JSON, with “content-type: application/json”.',
};

/** The problem that a fault, a refused request or a defect makes. A defect says nothing of the inside. */
export function problemOf(error: unknown, request?: FastifyRequest): Problem {
  if (error instanceof Fault) {
    const place = describePlace(error.place);
    const { status, ...kind } = ofCode(error.code);
    return {
      ...kind,
      detail: error.message,
      status: (error as { statusCode?: number }).statusCode ?? status,
      ...(place ? { place } : {}),
      // That of the catalogue speaks of commands.
      remedy: error.remedy ?? (error.code === 'AS_USAGE' ? described : faultCodes[error.code].remedy),
    };
  }
  const { statusCode, message, validation, validationContext } = error as {
    statusCode?: number;
    message?: string;
    validation?: readonly Finding[];
    validationContext?: 'body' | 'querystring' | 'params' | 'headers';
  };
  if (validation !== undefined) {
    const { errors, ...refused } = refusedInput(validation, validationContext, request);
    return { ...ofCode('AS_USAGE'), ...refused, errors: [...errors] };
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    const remedy = remedies[statusCode];
    return {
      type: 'about:blank',
      title: STATUS_CODES[statusCode] ?? 'Refused',
      detail: message ?? 'The request was refused.',
      status: statusCode,
      ...(remedy === undefined ? {} : { remedy }),
    };
  }
  return {
    type: 'about:blank',
    title: 'Internal Server Error',
    detail: 'A defect in Aftershock.',
    status: 500,
    code: 'AS_INTERNAL',
    remedy: 'Report it with what was asked; “aftershock serve --log” writes what happened to stderr.',
  };
}

/** What all problems of one code share. */
function ofCode(code: keyof typeof faultCodes): Pick<Problem, 'type' | 'title' | 'status' | 'code'> {
  const { means, status } = faultCodes[code];
  return { type: `urn:aftershock:${code}`, title: sentence(means), status, code };
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, request);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  reply
    .code(problem.status)
    .type('application/problem+json')
    .send(request.url.startsWith('/v1/') ? problem : withDetail(problem));
}

/** Clients of OpenSanctions' services show what stands under `detail`. */
function withDetail(problem: Problem): Problem {
  const { detail, remedy } = problem;
  const parts = [detail, remedy].flatMap((part) => (part ? [part.replace(/[^.!?]$/, '$&.')] : []));
  return { ...problem, detail: parts.join(' ') };
}
