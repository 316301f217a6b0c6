import { z } from 'zod';
import { engineVersion } from '../../engine/index.ts';
import { createKnownValues, type KnownValues } from '../../equipment/index.ts';
import { labelOf } from '../../exposure/index.ts';
import { Fault, type Portfolio } from '../../model/index.ts';
import { readAny } from '../../portfolio/index.ts';
import {
  type EvidencePackInput,
  evidencePackCsv,
  evidencePackForms,
  evidencePackPage,
} from '../../report/index.ts';
import { bytesOfFile } from '../given-file.ts';
import { heldPortfolios } from '../held-portfolios.ts';
import { describeAsset, describePortfolio } from '../portfolio/describe-portfolio.ts';
import { actorOf, clocks } from '../schemas/pieces.ts';
import {
  assetSchema,
  givenFilesSchema,
  portfolioListSchema,
  portfolioSchema,
  previewSchema,
} from '../schemas/portfolio.ts';
import type { Routes } from './route.ts';

const params = z.object({ id: z.string() });
type GivenFiles = z.output<typeof givenFilesSchema>;

/** What files are read as; nothing of them is kept by this. */
function read({ title, as, jurisdiction, files }: GivenFiles, values: KnownValues) {
  return readAny(
    files.map((file) => ({ name: file.name, bytes: bytesOfFile(file) })),
    {
      values,
      manifest: {
        title: title?.trim() || files.map(({ name }) => name).join(', '),
        actor: actorOf({ as: as ?? 'end user', jurisdiction }),
      },
    },
  );
}

function kindsOf({ assets }: Portfolio): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { kind } of assets) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

/** Portfolios: what is held, what files would be read as, what has to be done, evidence packs. */
export const portfolioRoutes: Routes = (server, { engine }) => {
  const held = heldPortfolios(engine);
  const values = createKnownValues(engine.casebook.signatures);
  server.get(
    '/v1/portfolios',
    {
      schema: {
        summary: 'The portfolios held',
        tags: ['portfolios'],
        response: { 200: portfolioListSchema },
      },
    },
    async () => ({
      portfolios: held.ids().map((id) => {
        const { portfolio, origin } = held.get(id);
        const { title, invented, actor, assets, sites } = portfolio;
        return {
          id,
          title,
          invented,
          origin,
          actor,
          assets: assets.length,
          sites: sites.length,
          kinds: kindsOf(portfolio),
        };
      }),
    }),
  );

  server.post(
    '/v1/portfolios/preview',
    {
      schema: {
        summary: 'What files would be read as, before anything is kept: columns, dropped secrets, bad rows',
        tags: ['portfolios'],
        body: givenFilesSchema,
        response: { 200: previewSchema },
      },
    },
    async ({ body }) => {
      const { portfolio, issues, mappings, unread } = read(body, values);
      return {
        title: portfolio.title,
        actor: portfolio.actor,
        assets: portfolio.assets.length,
        kinds: kindsOf(portfolio),
        files: portfolio.files,
        mappings: mappings.map(({ file, mapping }) => ({ file, ...mapping })),
        issues: issues.slice(0, 100),
        lost: issues.filter(({ lost }) => lost).length,
        unread: unread.map(({ file, fault }) => ({
          file,
          message: fault.message,
          ...(fault.remedy === undefined ? {} : { remedy: fault.remedy }),
        })),
        sample: portfolio.assets.slice(0, 20).map((asset) => ({
          id: asset.id,
          kind: asset.kind,
          label: labelOf(asset),
          ...(asset.site === undefined ? {} : { site: asset.site }),
        })),
      };
    },
  );

  server.post(
    '/v1/portfolios',
    {
      schema: {
        summary: 'Keep files as a portfolio of one’s own; the files themselves are not kept',
        tags: ['portfolios'],
        body: givenFilesSchema,
        response: { 201: z.object({ id: z.string() }) },
      },
    },
    async ({ body }, reply) => {
      const { portfolio, issues, unread } = read(body, values);
      if (portfolio.assets.length === 0)
        throw (
          unread[0]?.fault ??
          new Fault('AS_FILE_FORMAT', 'Nothing in these files could be read as a portfolio.', {
            remedy: 'Look at the preview: it says what each file was read as.',
          })
        );
      reply.code(201);
      return { id: held.keep(portfolio, issues) };
    },
  );

  server.delete(
    '/v1/portfolios/:id',
    {
      schema: {
        summary: 'Forget a portfolio of one’s own',
        tags: ['portfolios'],
        params,
        response: { 200: z.object({ removed: z.string() }) },
      },
    },
    async ({ params }) => {
      held.remove(params.id);
      return { removed: params.id };
    },
  );

  server.get(
    '/v1/portfolios/:id',
    {
      schema: {
        summary: 'A portfolio: sites, inventory with makers, and findings by what has to be done',
        tags: ['portfolios'],
        params,
        querystring: z.strictObject({ on: clocks.on }),
        response: { 200: portfolioSchema },
      },
    },
    async ({ params, query }) => describePortfolio(engine, held.get(params.id), query.on ?? engine.today),
  );

  server.get(
    '/v1/portfolios/:id/assets/:asset',
    {
      schema: {
        summary: 'One asset of a portfolio with its evidence and findings',
        tags: ['portfolios'],
        params: params.extend({ asset: z.string() }),
        querystring: z.strictObject({ on: clocks.on }),
        response: { 200: assetSchema },
      },
    },
    async ({ params, query }) =>
      describeAsset(engine, held.get(params.id), params.asset, query.on ?? engine.today),
  );

  const evidenceQuery = z.strictObject({
    form: z.enum(evidencePackForms.map(({ id }) => id)),
    on: clocks.on,
  });
  const evidenceOf = (id: string, { form, on }: z.output<typeof evidenceQuery>): EvidencePackInput => {
    const { portfolio, issues } = held.get(id);
    return {
      form,
      portfolio,
      issues,
      touched: engine.touched(portfolio),
      knowledge: engine.knowledge(portfolio),
      ask: engine.world().ask,
      on: on ?? engine.today,
      known: engine.known,
      versions: engine.versions,
      register: engine.register.hash,
      engine: engineVersion,
    };
  };

  server.get(
    '/v1/portfolios/:id/evidence.html',
    {
      schema: {
        summary: 'A draft of an attestation with its evidence, for a person to check and sign',
        tags: ['portfolios'],
        params,
        querystring: evidenceQuery,
      },
    },
    async ({ params, query }, reply) =>
      reply.type('text/html; charset=utf-8').send(evidencePackPage(evidenceOf(params.id, query))),
  );

  server.get(
    '/v1/portfolios/:id/evidence.csv',
    {
      schema: {
        summary: 'Everything that an evidence pack speaks of, one asset a line',
        tags: ['portfolios'],
        params,
        querystring: evidenceQuery,
      },
    },
    async ({ params, query }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${query.form}.csv"`)
        .send(evidencePackCsv(evidenceOf(params.id, query))),
  );
};
