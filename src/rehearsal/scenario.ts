import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import {
  type Assumption,
  addDays,
  type Day,
  daySchema,
  Fault,
  type PartyId,
  type RegimeId,
  shareSchema,
} from '../model/index.ts';

/** A licence that followed an earlier designation, to be used as a template. Kept in `casebook/precedents.yaml`. */
export interface LicenceTemplate {
  readonly id: string;
  readonly title: string;
  readonly covers: 'parties' | 'owned entities only';
  readonly activities: readonly string[];
  /** Days after the listing on which it ends. */
  readonly days: number;
  readonly conditions: string;
  readonly citation: string;
}

/** What a scenario may name; anything else is an error with the line. */
export interface ScenarioWords {
  /** The party meant by an id or name, or a fault that says what is near. */
  party(text: string): PartyId;
  /** Parties that meet a documented criterion of the casebook. */
  criterion(id: string): readonly PartyId[] | undefined;
  readonly criteria: readonly string[];
  regime(id: string): { readonly founded: Day | undefined } | undefined;
  readonly regimes: readonly string[];
  template(id: string): LicenceTemplate | undefined;
  readonly templates: readonly string[];
  /** The first day of the lists held, if a question about an earlier day could not be answered from them. */
  founded(party: PartyId): Day | undefined;
}

/** A scenario as read: a named set of assumptions about one day. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly note: string | undefined;
  readonly on: Day;
  /** Each with the words by which the report names it and the group it belongs to, for sensitivity. */
  readonly assumptions: readonly ScenarioAssumption[];
}

export interface ScenarioAssumption {
  readonly assumption: Assumption;
  readonly group: 'designation' | 'ally' | 'licence' | 'divestment' | 'delisting' | 'rule';
  readonly words: string;
}

const textOrList = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value));
const who = { party: textOrList.optional(), all: z.string().optional() };

const scenarioSchema = z.strictObject({
  title: z.string().min(1),
  note: z.string().optional(),
  on: daySchema,
  list: z
    .array(
      z.strictObject({
        ...who,
        regime: z.string(),
        from: daySchema.optional(),
        until: daySchema.optional(),
        program: z.string().optional(),
      }),
    )
    .default([]),
  delist: z.array(z.strictObject({ ...who, regime: z.string(), from: daySchema.optional() })).default([]),
  allies: z
    .array(
      z.strictObject({ regime: textOrList, after: z.int().min(0).optional(), from: daySchema.optional() }),
    )
    .default([]),
  licences: z
    .array(
      z.strictObject({
        name: z.string().optional(),
        template: z.string().optional(),
        regime: z.string().optional(),
        covers: z.enum(['parties', 'owned entities only']).optional(),
        activities: z.array(z.string()).optional(),
        days: z.int().positive().optional(),
        from: daySchema.optional(),
        until: daySchema.optional(),
        conditions: z.string().optional(),
      }),
    )
    .default([]),
  divest: z
    .array(
      z.strictObject({
        owner: z.string(),
        owned: z.string(),
        to: z.string().optional(),
        share: shareSchema.optional(),
        from: daySchema.optional(),
      }),
    )
    .default([]),
  rules: z
    .array(
      z.strictObject({
        regime: z.string(),
        provision: z.string(),
        from: daySchema.optional(),
        until: daySchema.optional(),
      }),
    )
    .default([]),
});

/** The schema of a scenario file, for editors (JSON Schema 2020-12). */
export function scenarioJsonSchema(): unknown {
  return z.toJSONSchema(scenarioSchema, { io: 'input', unrepresentable: 'any' });
}

/**
 * Reads a scenario file. Throws a `Fault` with file, line and remedy for YAML that is broken, words it does not know
 * (parties, regimes, criteria, templates) and statements that contradict each other. `on` moves the day rehearsed, and with
 * it all that has no day of its own.
 */
export function parseScenario(text: string, file: string, words: ScenarioWords, on?: Day): Scenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true });
  const broken = document.errors[0];
  if (broken) {
    throw new Fault('AS_FILE_FORMAT', `The YAML is broken: ${broken.message.split('\n')[0]}`, {
      place: { file, line: lines.linePos(broken.pos[0]).line },
      remedy: 'Check indentation and quotes on this line.',
    });
  }
  const lineOf = (path: readonly PropertyKey[]) => lineAt(document, lines, path);
  const parsed = scenarioSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Fault('AS_FIELD', `${issue.path.join('.') || 'scenario'}: ${issue.message}.`, {
      place: { file, line: lineOf(issue.path) },
      remedy: 'See docs/scenarios.md for the words that can stand here.',
    });
  }
  return new ScenarioReader(
    file,
    on === undefined ? parsed.data : { ...parsed.data, on },
    words,
    lineOf,
  ).read();
}

function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let line = 1;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      if (!pair) break;
      if (isNode(pair.key) && pair.key.range) line = lines.linePos(pair.key.range[0]).line;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      if (isNode(node) && node.range) line = lines.linePos(node.range[0]).line;
    } else break;
  }
  return line;
}

type ScenarioInput = z.output<typeof scenarioSchema>;
type Path = readonly (string | number)[];

class ScenarioReader {
  readonly #file: string;
  readonly #input: ScenarioInput;
  readonly #words: ScenarioWords;
  readonly #lineOf: (path: Path) => number;
  readonly #made: ScenarioAssumption[] = [];

  constructor(file: string, input: ScenarioInput, words: ScenarioWords, lineOf: (path: Path) => number) {
    this.#file = file;
    this.#input = input;
    this.#words = words;
    this.#lineOf = lineOf;
  }

  read(): Scenario {
    const { title, note, on } = this.#input;
    const listed = this.#listings();
    this.#delistings(listed);
    this.#allies(listed);
    this.#licences(listed);
    this.#input.divest.forEach((entry, at) => {
      const path = ['divest', at];
      const owner = this.#party(entry.owner, [...path, 'owner']);
      const owned = this.#party(entry.owned, [...path, 'owned']);
      const to = entry.to === undefined ? {} : { to: this.#party(entry.to, [...path, 'to']) };
      const assumption = {
        kind: 'divestment',
        owner,
        owned,
        from: entry.from ?? on,
        share: entry.share ?? null,
        ...to,
      } as const;
      this.#add('divestment', `${entry.owner} sells its share of ${entry.owned}`, assumption);
    });
    this.#input.rules.forEach((entry, at) => {
      const regime = this.#regime(entry.regime, ['rules', at, 'regime']);
      const period = {
        ...(entry.from ? { from: entry.from } : {}),
        ...(entry.until ? { until: entry.until } : {}),
      };
      this.#add('rule', `${entry.regime} ${entry.provision} changes`, {
        kind: 'rule',
        regime,
        provision: entry.provision,
        ...period,
      });
    });
    if (this.#made.length === 0)
      throw this.#fault(
        [],
        'The scenario assumes nothing.',
        'Add a list, delist, licences, divest or rules entry.',
      );
    const id = this.#file.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/, '');
    return { id, title, note, on, assumptions: this.#made };
  }

  #listings(): { party: PartyId; name: string; regime: RegimeId; from: Day }[] {
    const listed: { party: PartyId; name: string; regime: RegimeId; from: Day }[] = [];
    this.#input.list.forEach((entry, at) => {
      const path = ['list', at];
      const regime = this.#regime(entry.regime, [...path, 'regime']);
      const from = entry.from ?? this.#input.on;
      const founded = this.#words.regime(entry.regime)?.founded;
      if (founded && from < founded) {
        throw this.#fault(
          [...path, 'from'],
          `${entry.regime} did not exist on ${from}; it began on ${founded}.`,
          'Choose a later day.',
        );
      }
      if (entry.until && entry.until < from)
        throw this.#fault([...path, 'until'], 'The listing would end before it begins.', 'Swap the days.');
      for (const { party, name } of this.#who(entry, path)) {
        const born = this.#words.founded(party);
        if (born && from < born) {
          throw this.#fault(
            [...path, 'from'],
            `${name} would be listed before it was founded (${born}).`,
            'Choose a later day.',
          );
        }
        listed.push({ party, name, regime, from });
        const rest = {
          ...(entry.until ? { until: entry.until } : {}),
          ...(entry.program ? { program: entry.program } : {}),
        };
        this.#add('designation', `${name} on ${entry.regime} from ${from}`, {
          kind: 'listing',
          party,
          regime,
          from,
          ...rest,
        });
      }
    });
    return listed;
  }

  #delistings(listed: readonly { party: PartyId; regime: RegimeId; from: Day }[]): void {
    this.#input.delist.forEach((entry, at) => {
      const path = ['delist', at];
      const regime = this.#regime(entry.regime, [...path, 'regime']);
      for (const { party, name } of this.#who(entry, path)) {
        const from = entry.from ?? this.#input.on;
        const again = listed.find((one) => one.party === party && one.regime === regime);
        if (again && from <= again.from) {
          throw this.#fault(
            path,
            `${name} is put on ${entry.regime} and taken off it on the same day or before.`,
            'Let the delisting come later, or drop one of the two.',
          );
        }
        this.#add('delisting', `${name} off ${entry.regime} from ${from}`, {
          kind: 'delisting',
          party,
          regime,
          from,
        });
      }
    });
  }

  #allies(listed: readonly { party: PartyId; name: string; from: Day }[]): void {
    this.#input.allies.forEach((entry, at) => {
      const path = ['allies', at];
      if (listed.length === 0)
        throw this.#fault(path, 'Allies can only follow a listing.', 'Add a list entry.');
      if (entry.from !== undefined && entry.after !== undefined) {
        throw this.#fault(
          [...path, 'after'],
          'An ally has both a day and a delay.',
          'Keep either from or after.',
        );
      }
      for (const id of entry.regime) {
        const regime = this.#regime(id, [...path, 'regime']);
        for (const { party, name, from: first } of listed) {
          const from = entry.from ?? addDays(first, entry.after ?? 0);
          this.#add('ally', `${name} on ${id} from ${from}`, { kind: 'listing', party, regime, from });
        }
      }
    });
  }

  #licences(listed: readonly { party: PartyId; regime: RegimeId; from: Day }[]): void {
    this.#input.licences.forEach((entry, at) => {
      const path = ['licences', at];
      const template = entry.template === undefined ? undefined : this.#words.template(entry.template);
      if (entry.template !== undefined && !template) {
        throw this.#fault(
          [...path, 'template'],
          `There is no licence template "${entry.template}".`,
          `Templates: ${this.#words.templates.join(', ')}.`,
        );
      }
      const first = listed[0];
      const regimeWord = entry.regime ?? first?.regime;
      if (regimeWord === undefined) throw this.#fault(path, 'The licence names no regime.', 'Add regime.');
      const regime = this.#regime(regimeWord, [...path, 'regime']);
      const under = listed.filter((one) => one.regime === regime);
      const from = entry.from ?? under[0]?.from ?? this.#input.on;
      const days = entry.days ?? template?.days;
      const until = entry.until ?? (days === undefined ? undefined : addDays(from, days));
      if (until === undefined)
        throw this.#fault(path, 'The licence has no end.', 'Add until, days or a template.');
      if (until < from)
        throw this.#fault(
          path,
          `The licence would end (${until}) before it begins (${from}).`,
          'Correct the days.',
        );
      const covers = entry.covers ?? template?.covers ?? 'parties';
      const name = entry.name ?? template?.title ?? `Licence ${at + 1}`;
      this.#refuseConflict(path, name, regime, covers, from, until);
      const conditions = entry.conditions ?? template?.conditions;
      this.#add('licence', `${name}, ${from} to ${until}`, {
        kind: 'licence',
        name,
        regime,
        parties: [...new Set(under.map((one) => one.party))],
        covers,
        activities: entry.activities ?? template?.activities ?? [],
        from,
        until,
        ...(conditions === undefined ? {} : { conditions }),
        ...(template ? { precedent: template.citation } : {}),
      });
    });
  }

  #refuseConflict(path: Path, name: string, regime: RegimeId, covers: string, from: Day, until: Day): void {
    for (const { assumption } of this.#made) {
      if (assumption.kind !== 'licence' || assumption.regime !== regime || assumption.name !== name) continue;
      if (assumption.covers !== covers || assumption.from !== from || assumption.until !== until) {
        throw this.#fault(
          path,
          `Two licences are called "${name}" and disagree.`,
          'Give them different names or keep one.',
        );
      }
    }
  }

  #who(
    entry: { party?: string[] | undefined; all?: string | undefined },
    path: Path,
  ): { party: PartyId; name: string }[] {
    if ((entry.party === undefined) === (entry.all === undefined)) {
      throw this.#fault(
        path,
        'Say whom it concerns: either party or all.',
        'Add party: hikvision, or all: a criterion.',
      );
    }
    if (entry.all !== undefined) {
      const parties = this.#words.criterion(entry.all);
      if (!parties)
        throw this.#fault(
          [...path, 'all'],
          `There is no criterion "${entry.all}".`,
          `Criteria: ${this.#words.criteria.join(', ')}.`,
        );
      return parties.map((party) => ({ party, name: party }));
    }
    return entry.party!.map((name) => ({ party: this.#party(name, [...path, 'party']), name }));
  }

  #party(text: string, path: Path): PartyId {
    try {
      return this.#words.party(text);
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      throw new Fault(cause.code, cause.message, {
        place: { file: this.#file, line: this.#lineOf(path) },
        ...(cause.remedy ? { remedy: cause.remedy } : {}),
        cause,
      });
    }
  }

  #regime(id: string, path: Path): RegimeId {
    if (this.#words.regime(id)) return id as RegimeId;
    throw new Fault('AS_UNKNOWN_REGIME', `There is no regime "${id}".`, {
      place: { file: this.#file, line: this.#lineOf(path) },
      remedy: `Regimes: ${this.#words.regimes.join(', ')}.`,
    });
  }

  #add(group: ScenarioAssumption['group'], words: string, assumption: Assumption): void {
    this.#made.push({ group, words, assumption });
  }

  #fault(path: Path, message: string, remedy: string): Fault {
    return new Fault('AS_CONTRADICTION', message, {
      place: { file: this.#file, line: this.#lineOf(path) },
      remedy,
    });
  }
}
