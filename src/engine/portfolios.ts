import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Casebook } from '../casebook/index.ts';
import { createKnownValues, type KnownValues } from '../equipment/index.ts';
import { readYamlText } from '../formats/index.ts';
import { type Actor, Fault, type Issue, type Portfolio } from '../model/index.ts';
import { readAny, readPortfolioWithIssues } from '../portfolio/index.ts';
import { filesIn, isFolder, readBytes, readText } from './files.ts';

const factsSchema = z.record(z.string(), z.union([z.string(), z.boolean()]));

/** The form of `portfolio.yaml`, the file that says what stands beside it. */
const manifestSchema = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .optional(),
  title: z.string().min(1),
  invented: z.boolean().default(false),
  actor: z.object({ jurisdictions: z.array(z.string()).min(1), roles: z.array(z.string()).min(1) }),
  facts: factsSchema.default({}),
  sites: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        city: z.string().optional(),
        latitude: z.number().optional(),
        longitude: z.number().optional(),
        facts: factsSchema.default({}),
      }),
    )
    .optional(),
  files: z
    .array(
      z.object({
        file: z.string(),
        kind: z.string().optional(),
        currency: z.string().optional(),
        dayOrder: z.enum(['day first', 'month first']).optional(),
      }),
    )
    .min(1),
});

/** A portfolio as read from disk, with what was lost or doubtful. */
export interface OpenedPortfolio {
  readonly portfolio: Portfolio;
  readonly issues: readonly Issue[];
}

/**
 * A portfolio by the id of a demo portfolio, by a folder with `portfolio.yaml`, or by a file or folder of exports.
 * For bare exports `actor` says who asks; it is a US end user where nobody says otherwise.
 */
export function openPortfolio(word: string, casebook: Casebook, actor?: Actor): OpenedPortfolio {
  const demo = casebook.portfolios.find((one) => one.id === word);
  const values = createKnownValues(casebook.signatures);
  if (demo) return readManifest(demo.folder, demo.id, actor, values);
  if (isFolder(word)) {
    if (filesIn(word).includes('portfolio.yaml')) return readManifest(word, basename(word), actor, values);
    return readBare(
      filesIn(word).map((name) => join(word, name)),
      actor,
      values,
    );
  }
  if (basename(word) === 'portfolio.yaml')
    return readManifest(join(word, '..'), basename(join(word, '..')), actor, values);
  if (!/[./\\]/.test(word) && !existsSync(word)) {
    throw new Fault('AS_FILE_MISSING', `There is no portfolio "${word}".`, {
      remedy: `Give a folder, a file, or one of: ${casebook.portfolios.map((one) => one.id).join(', ')}.`,
    });
  }
  return readBare([word], actor, values);
}

function readManifest(
  folder: string,
  id: string,
  actor: Actor | undefined,
  values: KnownValues,
): OpenedPortfolio {
  const path = join(folder, 'portfolio.yaml');
  const manifest = parseManifest(readText(path), path);
  const files = manifest.files.map(({ file }) => ({ name: file, bytes: readBytes(join(folder, file)) }));
  const { portfolio, issues } = readPortfolioWithIssues(
    {
      id: manifest.id ?? id,
      title: manifest.title,
      invented: manifest.invented,
      actor: actor ?? manifest.actor,
      facts: manifest.facts,
      ...(manifest.sites ? { sites: manifest.sites.map(withoutUndefined) } : {}),
      files: manifest.files.map(withoutUndefined),
    },
    files,
    { values },
  );
  return { portfolio, issues };
}

/** Drops keys whose value is undefined, so that optional fields are absent. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // Only undefined values are left out; the keys that stay have their own type.
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

export function parseManifest(text: string, path: string): z.output<typeof manifestSchema> {
  const { value, lineOf } = readYamlText(text, path);
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new Fault('AS_FIELD', `${issue.path.join('.') || 'portfolio'}: ${issue.message}.`, {
    place: { file: path, line: lineOf(issue.path), field: issue.path.join('.') },
    remedy: 'See docs/portfolios.md.',
  });
}

function readBare(paths: readonly string[], actor: Actor | undefined, values: KnownValues): OpenedPortfolio {
  const names = paths.map((path) => basename(path));
  const { portfolio, issues, unread } = readAny(
    paths.map((path, index) => ({ name: names[index]!, bytes: readBytes(path) })),
    {
      values,
      manifest: {
        id: 'given-files',
        title: names.join(', '),
        actor: actor ?? { jurisdictions: ['us'], roles: ['end user'] },
      },
    },
  );
  if (portfolio.assets.length === 0 && unread[0]) throw unread[0].fault;
  const lost = unread.map(
    ({ file, fault }): Issue => ({
      code: fault.code,
      message: `${fault.message} The file was left out.`,
      file,
      lost: true,
    }),
  );
  return { portfolio, issues: [...lost, ...issues] };
}
