import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { describePlace, Fault, faultCodes } from '../model/index.ts';

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

/** The problem that a fault, a refused request or a defect makes. A defect says nothing of the inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Fault) {
    const place = describePlace(error.place);
    return {
      type: `urn:aftershock:${error.code}`,
      title: sentence(faultCodes[error.code].means),
      detail: error.message,
      status: (error as { statusCode?: number }).statusCode ?? faultCodes[error.code].status,
      code: error.code,
      ...(place ? { place } : {}),
      ...(error.remedy ? { remedy: error.remedy } : {}),
    };
  }
  const { statusCode, message, validation } = error as {
    statusCode?: number;
    message?: string;
    validation?: readonly { instancePath?: string; message?: string }[];
  };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return {
      type: 'about:blank',
      title: STATUS_CODES[statusCode] ?? 'Refused',
      detail: message ?? 'The request was refused.',
      status: statusCode,
      ...(validation
        ? { errors: validation.map((one) => ({ path: one.instancePath ?? '', message: one.message ?? '' })) }
        : {}),
    };
  }
  return {
    type: 'about:blank',
    title: 'Internal Server Error',
    detail: 'A defect in Aftershock.',
    status: 500,
    code: 'AS_INTERNAL',
  };
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  reply
    .code(problem.status)
    .type('application/problem+json')
    .send(request.url.startsWith('/v1/') ? problem : withDetail(problem));
}

/** Clients of OpenSanctions' services show what stands under `detail`. */
function withDetail(problem: Problem): Problem {
  const { detail, remedy, errors = [] } = problem;
  const wrong = errors.map(({ path, message }) => `${path}: ${message}`.replace(/^: /, ''));
  return { ...problem, detail: [detail, ...wrong, remedy].filter((part) => part !== undefined).join(' ') };
}
