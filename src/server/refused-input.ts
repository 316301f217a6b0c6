import type { FastifyRequest } from 'fastify';
import { nearWords } from '../model/index.ts';

/** What a schema found wrong with a part of a request. */
export interface Finding {
  readonly keyword?: string;
  readonly instancePath?: string;
  readonly message?: string;
  readonly params?: { readonly keys?: readonly string[] };
}

export interface RefusedInput {
  readonly detail: string;
  readonly remedy: string;
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

type Part = 'body' | 'querystring' | 'params' | 'headers';
const partWords: Readonly<Record<Part, string>> = {
  body: 'the body',
  querystring: 'the query',
  params: 'the address',
  headers: 'the headers',
};

/** What is wrong with the input of a request, named as its sender knows it, and what would be right. */
export function refusedInput(
  findings: readonly Finding[],
  part: Part = 'body',
  request?: FastifyRequest,
): RefusedInput {
  const where = partWords[part];
  const known = knownNames(request?.routeOptions.schema?.[part]);
  const unknown = findings.flatMap(({ params }) => params?.keys ?? []);
  const near = unknown.flatMap((name) => nearWords(name, known));
  return {
    detail: findings.map((finding) => sentenceOf(finding, where)).join(' '),
    remedy: [
      ...(near.length > 0 ? [`Did you mean ${near.map((name) => `“${name}”`).join(' or ')}?`] : []),
      ...(unknown.length > 0 && known.length > 0 ? [`Known in ${where}: ${known.join(', ')}.`] : []),
      'What this address takes stands in /openapi.json.',
    ].join(' '),
    errors: findings.map(({ instancePath = '', message = '' }) => ({ path: instancePath, message })),
  };
}

function sentenceOf({ keyword, instancePath = '', message = '', params }: Finding, where: string): string {
  if (keyword === 'unrecognized_keys')
    return `${params?.keys?.map((name) => `“${name}”`).join(', ')} in ${where} is not known here, and nothing is passed over.`;
  const name = instancePath.slice(1).replaceAll('/', '.');
  const thing = name === '' ? capital(where) : `“${name}” in ${where}`;
  if (/received (undefined|null)$/.test(message)) return `${thing} is missing.`;
  return `${thing}: ${message.replace(/^Invalid input: /, '')}.`;
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The names of an object schema; none where it is another kind of schema. */
function knownNames(schema: unknown): string[] {
  const shape = (schema as { readonly shape?: object } | undefined)?.shape;
  return shape === undefined ? [] : Object.keys(shape);
}
