import type { Condition } from '../model/index.ts';
import type { PreparedQuestion } from './prepare-question.ts';
import type { Standing, StandingEntry } from './standing.ts';
import { conflicting, unknown } from './stated-facts.ts';
import ear from './tables/ear.json' with { type: 'json' };

/** What a condition is judged against. */
export interface Situation {
  readonly question: PreparedQuestion;
  readonly counterparty: Standing;
  readonly maker: Standing | undefined;
  /** The listing that brings the rule in; absent for rules about goods. */
  readonly entry: StandingEntry | undefined;
}

/** The value of a fact in a situation, or undefined where nothing says it. */
export function factValue(fact: string, situation: Situation): string | undefined {
  const { question } = situation;
  const stated = question.facts.values.get(fact);
  if (stated !== undefined && fact !== 'subject to the EAR') return stated;
  switch (fact) {
    case 'item kind':
      return question.itemKind;
    case 'eccn':
      return question.eccn === undefined
        ? undefined
        : /^(unknown|\?)$/i.test(question.eccn)
          ? unknown
          : question.eccn;
    case 'subject to the EAR':
      return subjectToTheEar(situation);
    case 'country of production':
      return question.origin;
    case 'counterparty country':
      return situation.counterparty.countries[0];
    case 'maker country':
      return (situation.maker ?? situation.counterparty).countries[0];
    case 'party is an individual':
      return situation.counterparty.individual ? 'yes' : 'no';
    case 'through US banks':
      return throughUsBanks(question);
    case 'sale leaves the country':
      return saleLeaves(situation);
    case 'chemical or biological protection item':
      return protectionItem(question);
    case 'infectious disease item':
      return diseaseItem(question);
    case 'defence article':
      return isKind(question, 'defence article');
    case 'controlled item':
      return question.eccn === undefined ? undefined : isEar99(question.eccn) ? 'no' : 'yes';
    default:
      return undefined;
  }
}

function isKind(question: PreparedQuestion, kind: string): string | undefined {
  return question.itemKind === undefined || question.itemKind === 'other equipment'
    ? undefined
    : question.itemKind === kind
      ? 'yes'
      : 'no';
}

function isEar99(eccn: string): boolean {
  return /^ear\s?99/i.test(eccn);
}

function throughUsBanks(question: PreparedQuestion): string | undefined {
  const nexus = question.facts.values.get('us nexus');
  if (nexus === 'yes') return 'yes';
  const currency = question.facts.values.get('currency');
  if (currency === undefined) return nexus;
  return /^(usd|us\s?\$|\$|us dollars?|dollars?|us-dollars?)$/i.test(currency.trim())
    ? 'yes'
    : (nexus ?? 'no');
}

const sellsOn = [
  'reseller',
  'importer',
  'integrator',
  'end user',
  'federal contractor',
  'subcontractor',
  'state or local body',
];

/**
 * Whether a sale sends goods abroad: the stated destination decides; who sells on within the country does not export;
 * else a sale to a party abroad does.
 */
function saleLeaves({ question, counterparty }: Situation): string | undefined {
  const destination = question.facts.values.get('destination');
  if (destination !== undefined && destination !== unknown && destination !== conflicting) {
    return question.jurisdictions.has(destination) ? 'no' : 'yes';
  }
  if (question.facts.values.get('place') === 'the country itself') return 'no';
  if (sellsOn.some((role) => question.roles.has(role))) return 'no';
  const country = counterparty.countries[0];
  return country === undefined ? undefined : question.jurisdictions.has(country) ? 'no' : 'yes';
}

function protectionItem(question: PreparedQuestion): string | undefined {
  if (question.itemKind === 'protective equipment') return 'yes';
  if (question.eccn !== undefined && !isEar99(question.eccn)) return 'no';
  if (/chemical|biological/i.test(question.description)) return 'yes';
  return question.itemKind === undefined || question.itemKind === 'other equipment' ? undefined : 'no';
}

function diseaseItem(question: PreparedQuestion): string | undefined {
  if (/infect|covid|virus|pcr|disease|ventilator|vaccin|diagnos/i.test(question.description)) return 'yes';
  if (question.itemKind === 'medical goods') return undefined;
  return question.itemKind === undefined || question.itemKind === 'other equipment' ? undefined : 'no';
}

/**
 * Whether the item is subject to the EAR (15 CFR 734.3): whatever is in or leaves the United States, whatever is of US
 * origin, foreign-made items above the de minimis share of controlled US content, and those that a footnote of the
 * entry reaches as direct products of US technology.
 */
function subjectToTheEar(situation: Situation): string | undefined {
  const { question } = situation;
  const values = question.facts.values;
  const stated = values.get('subject to the EAR');
  const eccn = question.eccn;
  const denied = eccn !== undefined && /^(not subject|none|no us|outside)/i.test(eccn);
  if (stated !== undefined) return denied && stated === 'yes' ? conflicting : stated;
  if (denied || values.get('published') === 'yes') return 'no';
  if (question.origin === 'us') return 'yes';
  const fromUs =
    question.jurisdictions.has('us') &&
    values.get('place') !== 'abroad' &&
    (question.activity.word === 'export' || question.activity.word === 'sell');
  if (fromUs) return 'yes';
  const content = values.get('us content');
  if (content !== undefined && content !== unknown && content !== conflicting) {
    if (Number(content) > ear.deMinimisPercent) return 'yes';
    return footnoteReaches(situation);
  }
  if (values.get('us technology product') === 'yes' && footnoteOf(situation) !== undefined) return 'yes';
  return eccn !== undefined && isEar99(eccn) ? 'yes' : undefined;
}

/** A foreign-made item with little US content: only a footnote can reach it. */
function footnoteReaches(situation: Situation): string | undefined {
  if (footnoteOf(situation) === undefined) return 'no';
  const product = situation.question.facts.values.get('us technology product');
  return product === 'yes' ? 'yes' : product === 'no' ? 'no' : undefined;
}

/** The number of the foreign-direct-product footnote that the entry has on the day. */
function footnoteOf({ entry, question }: Pick<Situation, 'entry' | 'question'>): string | undefined {
  for (const program of entry?.programs ?? []) {
    const number = /footnote\s*(\d)/i.exec(program)?.[1];
    if (number === undefined) continue;
    const since = entry?.dates?.[`footnote ${number} from`];
    if (since === undefined || question.on >= since) return number;
  }
  return undefined;
}

/** Whether a value meets a condition; undefined where it leaves it open. `assumed` where the rule says to take it so. */
export function judge(condition: Condition, value: string): boolean | 'assumed' | undefined {
  const among = (list: readonly string[] | undefined) =>
    list?.some((wanted) => sameValue(condition.fact, value, wanted));
  if (among(condition.is)) return true;
  if (among(condition.isNot)) return false;
  if (among(condition.assume)) return 'assumed';
  if (condition.fact === 'eccn' && lessExact(value, [...(condition.is ?? []), ...(condition.isNot ?? [])]))
    return undefined;
  if (condition.is === undefined) return true;
  return condition.isNot === undefined ? false : undefined;
}

function sameValue(fact: string, value: string, wanted: string): boolean {
  if (value === wanted) return true;
  if (fact !== 'eccn') return false;
  const [given, sought] = [value.toUpperCase(), wanted.toUpperCase()];
  return given === sought || given.startsWith(`${sought}.`);
}

/** `1A004` where a rule speaks of 1A004.c: neither yes nor no. */
function lessExact(value: string, wanted: readonly string[]): boolean {
  return wanted.some((one) => one.toUpperCase().startsWith(`${value.toUpperCase()}.`));
}
