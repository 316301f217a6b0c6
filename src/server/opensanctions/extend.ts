import { z } from 'zod';
import type { Engine } from '../../engine/index.ts';
import { Fault } from '../../model/index.ts';
import { parseStrictly } from '../json-body.ts';
import type { Routes } from '../routes/route.ts';
import { entityOf } from './entity.ts';
import { valuesOf } from './entity-filter.ts';
import { labelOfProperty, propertiesOf, requireSchema } from './ftm-model.ts';

const extendSchema = z.looseObject({
  ids: z.array(z.string()).max(100),
  properties: z.array(
    z.looseObject({
      id: z.string(),
      settings: z.looseObject({ limit: z.coerce.number().int().min(0).default(0) }).default({ limit: 0 }),
    }),
  ),
});

/** Values of reconciled entities for further columns of a table. `text` is the JSON of the request. */
export function extendEntities(engine: Engine, text: string) {
  const asked = extendSchema.safeParse(parseStrictly(text, 'The field “extend”'));
  if (!asked.success) {
    const [issue] = asked.error.issues;
    throw new Fault('AS_USAGE', `extend.${issue?.path.join('.')}: ${issue?.message}`);
  }
  const known = new Set(propertiesOf().map(({ id }) => id));
  const wanted = asked.data.properties.filter(({ id }) => known.has(id));
  const rowOf = (id: string) => {
    const party = engine.register.party(id);
    if (!party) return {};
    const entity = entityOf(engine, party);
    return Object.fromEntries(
      wanted.map(({ id: property, settings }) => {
        const values = valuesOf(entity, property).map((value) => ({ str: value }));
        return [property, settings.limit > 0 ? values.slice(0, settings.limit) : values];
      }),
    );
  };
  return {
    meta: wanted.map(({ id }) => ({ id, name: labelOfProperty(id) })),
    rows: Object.fromEntries(asked.data.ids.map((id) => [id, rowOf(id)])),
  };
}

/** The properties that a table can be extended by. */
export const extendRoutes: Routes = (server) => {
  server.get(
    '/reconcile/:dataset/extend/property',
    {
      schema: {
        summary: 'Properties by which a table can be extended',
        tags: ['compatible with OpenSanctions'],
        params: z.object({ dataset: z.string() }),
        querystring: z.looseObject({
          type: z.string().default('Thing'),
          limit: z.coerce.number().int().min(1).default(100),
        }),
      },
    },
    async ({ query: { type, limit } }) => {
      const schema = requireSchema(type);
      const all = propertiesOf(schema === 'Thing' ? undefined : schema);
      return { limit, type, properties: all.slice(0, limit).map(({ id, name }) => ({ id, name })) };
    },
  );
};
