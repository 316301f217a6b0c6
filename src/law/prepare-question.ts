import { z } from 'zod';
import {
  activities,
  type Day,
  daySchema,
  Fault,
  jurisdictions,
  places,
  requireWord,
  roles,
  type Word,
} from '../model/index.ts';
import { itemKindOf } from './item-kind.ts';
import { countryOf, noFacts, readFact, type StatedFacts, stateFact } from './stated-facts.ts';

const texts = z.union([z.string(), z.array(z.string())]).optional();
const factRecord = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional();

/** A question as people write it: words in any spelling of the vocabulary, nothing compulsory but day and activity. */
export const questionInputSchema = z.looseObject({
  on: daySchema,
  actor: z
    .union([
      z.string(),
      z.looseObject({ jurisdiction: texts, jurisdictions: texts, role: texts, roles: texts }),
    ])
    .optional(),
  activity: z.string().min(1),
  item: z
    .union([
      z.string(),
      z.looseObject({
        description: z.string().nullish(),
        eccn: z.string().nullish(),
        origin: z.string().nullish(),
        kind: z.string().nullish(),
        maker: z.string().nullish(),
        facts: factRecord,
      }),
    ])
    .nullish(),
  facts: factRecord.nullish(),
});
export type QuestionInput = z.input<typeof questionInputSchema>;

/** A question in the words of the closed vocabularies, with what could not be understood. */
export interface PreparedQuestion {
  readonly on: Day;
  readonly jurisdictions: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly activity: Word;
  readonly description: string;
  readonly itemKind: string | undefined;
  readonly eccn: string | undefined;
  readonly origin: string | undefined;
  readonly facts: StatedFacts;
}

type Parsed = z.output<typeof questionInputSchema>;

/**
 * Reads a question. Throws `AS_UNKNOWN_WORD` for a role, jurisdiction or activity outside the vocabulary,
 * `AS_CONTRADICTION` for roles that exclude each other, `AS_USAGE` for a wrong shape and `AS_DAY` for a wrong day.
 * Facts outside the vocabulary and fields that a question does not have become notices.
 */
export function prepareQuestion(input: QuestionInput): PreparedQuestion {
  const parsed = questionInputSchema.safeParse(input);
  if (!parsed.success) throw shapeFault(parsed.error.issues[0]!);
  const question: Parsed = parsed.data;
  const facts = noFacts();
  const roleSet = new Set<string>();
  const places = new Set<string>();
  noticeUnknownFields(question, facts);
  readActor(question.actor, roleSet, places, facts);
  const activity = readActivity(question.activity, roleSet, facts);
  const item = typeof question.item === 'string' ? { description: question.item } : (question.item ?? {});
  const stated = { ...factsOf(item.facts, facts), ...factsOf(question.facts, facts) };
  const description = item.description ?? '';
  const originText = item.origin ?? stated.origin;
  const origin = originText ? countryOf(originText) : undefined;
  if (originText && origin === undefined) {
    facts.notices.push(`The origin "${originText}" was not understood and not used.`);
  }
  const eccn = exportNumber(item.eccn?.trim() || stated.eccn, facts);
  readDescription(description, originText ?? '', facts);
  purposeFromPlace(facts);
  return {
    on: question.on,
    jurisdictions: places,
    roles: roleSet,
    activity,
    description,
    itemKind: itemKindOf(item.kind ?? undefined, description),
    eccn,
    origin,
    facts,
  };
}

/** A number of the control list, EAR99, or that there is none; what has no such form would be taken for controlled. */
function exportNumber(text: string | undefined, facts: StatedFacts): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^(\d[a-e]\d{3}|ear\s?99|unknown$|\?$|not subject|none|no us|outside)/i.test(text)) return text;
  facts.notices.push(
    `The export control number "${text}" is none such as 5A992, 1A004.c or EAR99 and was not used.`,
  );
  return undefined;
}

/** What whoever asks reads beside the question: who the other side is, what is supposed, how the answer is called. */
const fieldsBeside = ['id', 'known', 'counterparty', 'assume'];

/** A question with `date` in place of `on` would be answered for another day than its sender thinks: it is said. */
function noticeUnknownFields(question: Parsed, facts: StatedFacts): void {
  const { actor, item } = question;
  const unknown = [
    ...fieldsOutside(question, [...Object.keys(questionInputSchema.shape), ...fieldsBeside]),
    ...fieldsOutside(actor, ['jurisdiction', 'jurisdictions', 'role', 'roles'], 'actor.'),
    ...fieldsOutside(item, ['description', 'kind', 'facts', ...itemKeys], 'item.'),
  ];
  for (const field of unknown)
    facts.notices.push(`The field "${field}" of the question is not known and was not used.`);
}

function fieldsOutside(given: unknown, known: readonly string[], where = ''): string[] {
  if (typeof given !== 'object' || given === null) return [];
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => `${where}${name.slice(0, 60)}`);
}

/** Properties of the item that people write among the facts; who made it is read by whoever knows the parties. */
const itemKeys = new Set(['eccn', 'origin', 'maker', 'manufacturer', 'brand']);

/** Reads the facts, and gives back those that belong to the item. */
function factsOf(given: z.output<typeof factRecord> | null, facts: StatedFacts): Record<string, string> {
  const ofItem: Record<string, string> = {};
  for (const [key, value] of Object.entries(given ?? {})) {
    if (itemKeys.has(key)) ofItem[key] = String(value);
    else readFact(facts, key, value);
  }
  return ofItem;
}

function shapeFault(issue: z.core.$ZodIssue): Fault {
  const field = issue.path.join('.');
  if (field === 'on')
    return new Fault('AS_DAY', 'The day of the question ("on") is not a calendar day.', {
      remedy: 'Write days as 2022-06-01.',
    });
  return new Fault('AS_USAGE', `The question has a wrong or missing "${field}": ${issue.message}.`, {
    place: { field },
    remedy: 'The shape of a question is told in docs/law-vocabulary.md.',
  });
}

function readActor(
  actor: Parsed['actor'],
  roleSet: Set<string>,
  placeSet: Set<string>,
  facts: StatedFacts,
): void {
  const given = typeof actor === 'string' ? { roles: actor } : (actor ?? {});
  for (const text of listOf(given.roles, given.role)) {
    const role = requireWord(roles, text);
    roleSet.add(role.word);
    for (const implied of role.implies?.roles ?? []) roleSet.add(implied);
    for (const implied of role.implies?.jurisdictions ?? []) placeSet.add(implied);
    if (role.word === 'dod') stateFact(facts, 'agency', 'dod');
    const agency = /^(gsa|civilian agency)$/i.test(text.trim());
    if (agency) stateFact(facts, 'agency', 'civilian');
  }
  if (roleSet.has('us-person') && roleSet.has('non-us person')) {
    throw new Fault('AS_CONTRADICTION', 'The actor cannot be both a US person and a non-US person.', {
      remedy: 'Give one of the two roles.',
    });
  }
  const stated = listOf(given.jurisdictions, given.jurisdiction);
  for (const text of stated) {
    const code = jurisdictions.find(text)?.word ?? countryOf(text);
    if (code === undefined) requireWord(jurisdictions, text);
    else {
      placeSet.add(code);
      for (const wider of jurisdictions.find(code)?.implies?.jurisdictions ?? []) placeSet.add(wider);
    }
  }
  // Most who ask are in the United States; a role that names another country has spoken already.
  if (placeSet.size === 0) placeSet.add(roleSet.has('non-us person') ? 'foreign' : 'us');
}

function listOf(...values: (string | readonly string[] | undefined)[]): string[] {
  return values.flatMap((value) => (value === undefined ? [] : value)).filter((text) => text.trim() !== '');
}

/** Securities are bought and sold under other rules than goods; a trade word with a word for securities means those. */
function readActivity(text: string, roleSet: ReadonlySet<string>, facts: StatedFacts): Word {
  const found = activities.find(text) ?? byHeadWord(text);
  const word = found ?? requireWord(activities, text);
  for (const [fact, value] of Object.entries(activities.factsOf(text) ?? {})) stateFact(facts, fact, value);
  // A sale by an exporter is an export.
  if (word.word === 'sell' && roleSet.has('exporter')) return requireWord(activities, 'export');
  return word;
}

/** `purchase of 40 dome cameras`: the first word is the activity, the rest says of what. */
function byHeadWord(text: string): Word | undefined {
  const words = text.trim().split(/\s+/);
  if (words.length < 2) return undefined;
  const securities = words.some((word) =>
    /^(shares?|stocks?|bonds?|securities|equity|adrs?|etfs?)$/i.test(word),
  );
  const head = activities.find(words.slice(0, 2).join(' ')) ?? activities.find(words[0]!);
  if (!head || !securities) return head;
  return activities.find(`${head.word} securities`) ?? head;
}

/** What a description says in passing: that the model was authorised, that it comes from Xinjiang. */
function readDescription(description: string, origin: string, facts: StatedFacts): void {
  if (/\b(un|not (previously |yet )?|never |without (an? )?(fcc )?)authori[sz]/i.test(description)) {
    stateFact(facts, 'authorised before', 'no');
  } else if (
    /\b(previously|already|formerly|earlier|fcc)[- ]authori[sz]ed|authori[sz]ed (before|in|earlier)/i.test(
      description,
    )
  ) {
    stateFact(facts, 'authorised before', 'yes');
  }
  if (/xinjiang|xuar/i.test(`${origin} ${description}`)) stateFact(facts, 'xinjiang content', 'yes');
}

/** A place often says the purpose: a camera on a courthouse guards a government facility. */
function purposeFromPlace(facts: StatedFacts): void {
  if (facts.values.has('purpose')) return;
  const place = facts.values.get('place');
  const purpose = place === undefined ? undefined : places.find(place)?.implies?.purpose;
  if (purpose) facts.values.set('purpose', purpose);
}
