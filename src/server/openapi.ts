import fastifySwagger from '@fastify/swagger';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problemSchema } from './problem.ts';
import type { Service } from './routes/route.ts';

/** Describes every address from the schemas that check it; `openApiOf` gives the description. */
export async function describeService(service: Service, version: string): Promise<void> {
  await service.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Aftershock',
        version,
        description:
          'From a name on a government restricted-party list to all that it touches, on any day, and under a designation that has not happened yet. Answers name their day, the lists they rest on and their sources. A hit is a possible match; no hit is not clearance.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
    },
    transform: createJsonSchemaTransform({}),
    transformObject: createJsonSchemaTransformObject({}),
    hideUntagged: true,
  });
}

/**
 * The description of the service as OpenAPI 3.1, without what nobody refers to: the generator gives each schema once as
 * it is read and once as it is written. Checked in as `docs/openapi.json` by `node src/server/write-openapi.ts`.
 */
export function openApiOf(service: Service): Record<string, unknown> {
  const whole = JSON.parse(
    JSON.stringify(service.swagger(), (key, value: unknown) => (key === 'readOnly' ? undefined : value)),
  ) as Record<string, unknown> & {
    components?: { schemas?: Record<string, unknown> };
    paths?: Record<string, Record<string, { responses?: Record<string, unknown> }>>;
  };
  const schemas = whole.components?.schemas ?? {};
  // Whatever is refused or fails is answered in one form.
  const problem = {
    description: 'A problem as RFC 9457 has it, with a stable code and what to do about it',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  schemas.Problem = plainSchema(problemSchema);
  for (const operations of Object.values(whole.paths ?? {}))
    for (const operation of Object.values(operations))
      operation.responses = { ...operation.responses, default: problem };
  for (let dropped = true; dropped; ) {
    dropped = false;
    const text = JSON.stringify(whole);
    for (const name of Object.keys(schemas)) {
      if (text.includes(`"#/components/schemas/${name}"`)) continue;
      delete schemas[name];
      dropped = true;
    }
  }
  whole.components = {
    schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  return whole;
}

function plainSchema(schema: z.ZodType): unknown {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema);
  return rest;
}
