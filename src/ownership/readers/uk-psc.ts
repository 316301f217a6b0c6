import { z } from 'zod';
import type { Chunks } from '../../formats/index.ts';
import { lookUp } from '../../model/look-up.ts';
import type { Link, LinkKind, PartyId } from '../../model/party.ts';
import { type Share, shareBetween } from '../../model/share.ts';
import { jsonItems } from './json-items.ts';
import { readPeriod } from './period.ts';
import { type OwnershipRecord, problem } from './record.ts';

const lineSchema = z.object({
  company_number: z.string().optional(),
  data: z.looseObject({
    kind: z.string(),
    name: z.string().optional(),
    natures_of_control: z.array(z.string()).optional(),
    notified_on: z.string().optional(),
    ceased_on: z.string().optional(),
    statement: z.string().optional(),
    links: z.object({ self: z.string().optional() }).optional(),
    identification: z
      .object({
        country_registered: z.string().optional(),
        place_registered: z.string().optional(),
        registration_number: z.string().optional(),
      })
      .optional(),
    persons_of_significant_control_count: z.number().optional(),
  }),
});

type PscLine = z.output<typeof lineSchema>;

/** The register's bands: more than 25 to 50, more than 50 to less than 75, 75 or more (Companies Act 2006, Schedule 1A). */
const bands: Readonly<Record<string, Share>> = {
  '25-to-50-percent': shareBetween('25', '50', false, true),
  '50-to-75-percent': shareBetween('50', '75', false, false),
  '75-to-100-percent': shareBetween('75', '100', true, true),
  'more-than-25-percent-registered-overseas-entity': shareBetween('25', '100', false, true),
};

/**
 * The snapshot of people with significant control of Companies House: one JSON object a line, totals last. Shares and
 * votes become links of their own basis with the band as share; a share held by a trust or firm that the person controls
 * is open down to nothing, as the person need not own it. Ceased ones keep their period. Who is not named, by secrecy
 * order or statement, is given as `unnamed`.
 */
export function* readUkPsc(chunks: Chunks, file: string): Generator<OwnershipRecord> {
  let people = 0;
  for (const item of jsonItems(chunks, file)) {
    if ('issue' in item) {
      yield { kind: 'issue', issue: item.issue };
      continue;
    }
    const parsed = lineSchema.safeParse(item.value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      yield problem(file, item.line, issue.message, true, issue.path.join('.'));
      continue;
    }
    const { data, company_number: number } = parsed.data;
    if (data.kind.startsWith('totals')) {
      const expected = data.persons_of_significant_control_count;
      if (expected !== undefined && expected !== people) {
        yield problem(
          file,
          item.line,
          `The file says it has ${expected} persons; ${people} were read.`,
          false,
        );
      }
      continue;
    }
    if (number === undefined || number === '') {
      yield problem(file, item.line, 'The line has no company number.', true, 'company_number');
      continue;
    }
    if (data.kind === 'persons-with-significant-control-statement' || data.kind === 'exemptions') {
      if (data.ceased_on === undefined)
        yield { kind: 'unnamed', owned: companyId(number), reason: data.statement ?? data.kind };
      continue;
    }
    people++;
    if (data.kind.startsWith('super-secure')) {
      yield {
        kind: 'unnamed',
        owned: companyId(number),
        reason: 'super-secure: the person is kept from the register',
      };
      continue;
    }
    yield* readPerson(parsed.data, number, file, item.line);
  }
}

function* readPerson(line: PscLine, number: string, file: string, row: number): Generator<OwnershipRecord> {
  const { data } = line;
  const { period, problem: badDay, isInverted } = readPeriod(data.notified_on, data.ceased_on);
  if (badDay) yield problem(file, row, badDay, isInverted, 'ceased_on');
  if (isInverted) return;
  const owner = personId(line, number);
  yield {
    kind: 'party',
    party: {
      id: owner,
      name: data.name ?? owner,
      schema: data.kind.startsWith('individual')
        ? 'Person'
        : data.kind.startsWith('corporate')
          ? 'Company'
          : 'LegalEntity',
    },
  };
  const natures = data.natures_of_control ?? [];
  if (natures.length === 0)
    yield problem(file, row, 'No nature of control is stated.', false, 'natures_of_control');
  for (const [index, nature] of natures.entries()) {
    const read = readNature(nature);
    if (!read)
      yield problem(
        file,
        row,
        `The nature of control "${nature}" is not known.`,
        false,
        'natures_of_control',
      );
    const { kind, share, basis } = read ?? { kind: 'control' as const, share: undefined, basis: undefined };
    const link: Link = {
      id: `psc:${row}:${index + 1}`,
      kind,
      owner: owner as PartyId,
      owned: companyId(number) as PartyId,
      ...(share ? { share } : {}),
      ...(basis ? { basis } : {}),
      ...period,
      note: nature.replaceAll('-', ' '),
      provenance: {
        source: `Companies House, persons with significant control; line ${row}`,
        verified: 'verified',
      },
    };
    yield { kind: 'link', link };
  }
}

function readNature(
  nature: string,
): { kind: LinkKind; share?: Share; basis?: 'voting' | 'economic' } | undefined {
  const match =
    /^(ownership-of-shares|voting-rights|right-to-share-surplus-assets)-(.*?)(-as-trust|-as-firm|-as-control-over-trust|-as-control-over-firm)?(-limited-liability-partnership|-registered-overseas-entity)?$/.exec(
      nature,
    );
  const band = match && (lookUp(bands, match[2]!) ?? lookUp(bands, `${match[2]}${match[4] ?? ''}`));
  if (match && band) {
    const basis = match[1] === 'voting-rights' ? 'voting' : 'economic';
    // Through a trust or firm the person controls the holder; whether they own what it holds is open.
    const share = match[3] ? shareBetween('0', '100') : band;
    return { kind: 'ownership', share, basis };
  }
  if (
    nature.startsWith('right-to-appoint-and-remove') ||
    nature.startsWith('significant-influence-or-control')
  ) {
    return { kind: 'control' };
  }
  return undefined;
}

function companyId(number: string): string {
  return `gb-coh:${number.trim().toUpperCase().padStart(8, '0')}`;
}

/** A company of the same register by its number there, so that chains join; anybody else by their entry. */
function personId({ data }: PscLine, number: string): string {
  const own = data.identification;
  const isHere = /companies house|england|wales|scotland|northern ireland|united kingdom|^uk$|great britain/i;
  const registered = own?.registration_number?.trim();
  const where = `${own?.place_registered ?? ''} ${own?.country_registered ?? ''}`;
  if (registered && isHere.test(where) && /^[A-Z]{0,2}\d{4,8}$/i.test(registered))
    return companyId(registered);
  const entry = data.links?.self?.split('/').at(-1);
  return `psc:${number}:${entry && entry !== 'x' ? entry : (data.name ?? data.kind)}`;
}
