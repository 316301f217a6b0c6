import fastifySwagger from '@fastify/swagger';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Service } from './routes/route.ts';

/**
 * Describes every address from the schemas that check it, as OpenAPI 3.1. `docs/openapi.json` is this description,
 * checked in; `node src/server/write-openapi.ts` writes it.
 */
export async function describeService(server: Service, version: string): Promise<void> {
  await server.register(fastifySwagger, {
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
    transform: createJsonSchemaTransform({ skipList: ['/openapi.json', '/reports/*', '/*'] }),
    transformObject: createJsonSchemaTransformObject({}),
  });
}
