import {
  type Bound,
  dayInWords,
  type Effect,
  type Exception,
  type ListingFilter,
  type Provision,
  unknownStart,
} from '../model/index.ts';
import type { Situation } from './fact-value.ts';
import type { BookedProvision } from './law-book.ts';
import { type InTime, inTime, momentInWords, type Resolved } from './moment.ts';
import type { PreparedQuestion } from './prepare-question.ts';
import { type OpenFact, settleConditions } from './settle-conditions.ts';
import type { AssumedLicence, AssumedRule, StandingEntry } from './standing.ts';

/** Changes of the law that a scenario supposes. */
export interface LegalChanges {
  readonly licences?: readonly AssumedLicence[];
  readonly rules?: readonly AssumedRule[];
}

/** What a provision comes to in a situation. */
export type Outcome =
  | {
      readonly kind: 'applies';
      readonly effect: Effect;
      readonly from?: Resolved;
      readonly until?: Resolved;
      readonly open: readonly OpenFact[];
    }
  | {
      readonly kind: 'open';
      readonly wouldBe: Effect;
      readonly because: string;
      readonly from?: Resolved;
      readonly open: readonly OpenFact[];
    }
  | { readonly kind: 'not'; readonly because: string; readonly open: readonly OpenFact[] };

const nothing: readonly OpenFact[] = [];

function not(because: string): Outcome {
  return { kind: 'not', because, open: nothing };
}

/** Judges one provision: who is bound, which listing, when, under which conditions, and what frees from it. */
export function evaluateProvision(
  { regime, provision, exceptions }: BookedProvision,
  situation: Situation,
  changes: LegalChanges,
): Outcome | undefined {
  const { question, entry } = situation;
  if (entry && !reachesEntry(provision, entry)) return undefined;
  if (entry && provision.listed && !filterHolds(provision.listed, entry)) return undefined;
  if (!binds(provision.bound, question)) {
    return not(`It binds ${boundInWords(provision.bound)}; the actor is not.`);
  }
  const time = provisionTime(provision, regime.id, question, entry, changes);
  if (time.kind === 'not yet') return not(`It applies only from ${momentInWords(time.at)}.`);
  if (time.kind === 'over') return not(`It applied only until ${momentInWords(time.at)}.`);
  const settled = settleConditions(provision.when, situation);
  if (settled.kind === 'failed') {
    if (settled.silent) return undefined;
    return { kind: 'not', because: `It does not apply, as ${settled.because}.`, open: settled.open };
  }
  const freed = freedBy(exceptions, situation, changes, regime.id);
  if (freed.exception) return not(freed.exception);
  const open = [...settled.open, ...freed.open];
  const from = time.kind === 'in force' ? time.from : time.at;
  const when = from === undefined ? {} : { from };
  const because = openBecause(
    time,
    settled.kind === 'open' ? settled.open : nothing,
    provision,
    regime,
    question,
    entry,
  );
  if (because !== undefined)
    return {
      kind: 'open',
      wouldBe: provision.effect,
      because: because.text,
      open: [...open, ...because.facts],
      ...when,
    };
  const until = time.kind === 'in force' ? time.until : undefined;
  return {
    kind: 'applies',
    effect: provision.effect,
    open,
    ...when,
    ...(until === undefined ? {} : { until }),
  };
}

/** Why a rule stays open though nothing speaks against it; undefined where it applies for certain. */
function openBecause(
  time: InTime,
  conditions: readonly OpenFact[],
  provision: Provision,
  regime: BookedProvision['regime'],
  question: PreparedQuestion,
  entry: StandingEntry | undefined,
): { text: string; facts: readonly OpenFact[] } | undefined {
  if (conditions.length > 0) {
    const missing = conditions.filter((fact) => fact.assumed === undefined);
    return {
      text: `It turns on what was not stated: ${missing.map((fact) => fact.question).join(' ')}`,
      facts: nothing,
    };
  }
  if (time.kind === 'open') {
    const text = `The source says “${time.at.text}”; the day itself is not known.`;
    return {
      text,
      facts: [{ fact: 'day of effect', question: `On which day does it take effect (${time.at.text})?` }],
    };
  }
  const horizon = provision.knownUntil ?? regime.knownUntil;
  if (horizon && question.on > horizon.day && provision.effect !== 'allowed') {
    const fact = `state of the law after ${horizon.day}`;
    return { text: horizon.why, facts: [{ fact, question: horizon.why }] };
  }
  if (entry?.certainty === 'undetermined' && provision.share === 'decides') {
    const text = entry.settle ?? 'Whether ownership reaches the party cannot be told.';
    return { text, facts: [{ fact: 'ownership', question: text }] };
  }
  if (entry && entry.from === undefined && entry.seen !== undefined && question.on < entry.seen) {
    const known = unknownStart(entry, dayInWords);
    const text = `Whether the listing was in force on that day is not known: the list gives ${known}.`;
    return {
      text,
      facts: [
        { fact: 'day of listing', question: `Since when is the party listed (the list gives ${known})?` },
      ],
    };
  }
  return undefined;
}

function reachesEntry(provision: Provision, entry: StandingEntry): boolean {
  if (entry.via === undefined) return provision.reach !== 'derived' && provision.share !== 'unknown';
  if (provision.reach === 'named') return false;
  if (provision.share === 'unknown') return entry.certainty === 'undetermined';
  // A mere connection brings in only what is said of derived parties expressly.
  return entry.via === 'affiliation' ? provision.reach === 'derived' : true;
}

function filterHolds(filter: ListingFilter, entry: StandingEntry): boolean {
  if (filter.parties && !filter.parties.includes(entry.listed)) return false;
  if (filter.notParties?.includes(entry.listed)) return false;
  if (filter.citations && !filter.citations.some((part) => entry.citation.includes(part))) return false;
  if (filter.programs) {
    const text = `${entry.programs.join(' ')} ${entry.requirement ?? ''}`.toLowerCase();
    if (!filter.programs.some((part) => text.includes(part.toLowerCase()))) return false;
  }
  const since = entry.from ?? entry.seen;
  if (filter.since && since !== undefined && since < filter.since) return false;
  if (filter.before && since !== undefined && since >= filter.before) return false;
  return true;
}

function binds(bound: Bound, { jurisdictions, roles }: PreparedQuestion): boolean {
  if (bound === 'anyone') return true;
  return bound.some(
    (group) =>
      (group.jurisdictions === undefined || group.jurisdictions.some((code) => jurisdictions.has(code))) &&
      (group.notJurisdictions === undefined ||
        !group.notJurisdictions.some((code) => jurisdictions.has(code))) &&
      (group.roles === undefined || group.roles.some((role) => roles.has(role))),
  );
}

/** Whom a rule binds: `federal agency of US; persons outside US`. */
export function boundInWords(bound: Bound): string {
  if (bound === 'anyone') return 'anyone';
  return bound
    .map((group) => {
      const where = group.jurisdictions?.map((code) => code.toUpperCase()).join(', ');
      const outside = group.notJurisdictions?.map((code) => code.toUpperCase()).join(', ');
      const who = group.roles ? group.roles.join(', ') : 'persons';
      return `${who}${where ? ` of ${where}` : ''}${outside ? ` outside ${outside}` : ''}`;
    })
    .join('; ');
}

function provisionTime(
  provision: Provision,
  regime: string,
  question: PreparedQuestion,
  entry: StandingEntry | undefined,
  changes: LegalChanges,
): InTime {
  const change = changes.rules?.find((rule) => rule.regime === regime && rule.provision === provision.id);
  return inTime(question.on, change?.from ?? provision.from, change ? change.until : provision.until, entry);
}

/** The exception or licence that frees the dealing, in words; and those that might, did one know more. */
function freedBy(
  exceptions: readonly Exception[],
  situation: Situation,
  changes: LegalChanges,
  regime: string,
): { exception?: string; open: readonly OpenFact[] } {
  const { question, entry } = situation;
  let open = nothing;
  for (const exception of exceptions) {
    if (exception.activities && !exception.activities.includes(question.activity.word)) continue;
    if (entry && exception.reach === 'named' && entry.via !== undefined) continue;
    if (entry && exception.reach === 'derived' && entry.via === undefined) continue;
    if (exception.listed && (!entry || !filterHolds(exception.listed, entry))) continue;
    if (inTime(question.on, exception.from, exception.until, entry).kind !== 'in force') continue;
    const settled = settleConditions(exception.when, situation);
    if (settled.kind === 'met') {
      return {
        exception: `Freed by ${exception.kind}: ${exception.says} (${exception.citation})`,
        open: nothing,
      };
    }
    if (settled.kind === 'open' && (exception.mention || exception.kind === 'general licence')) {
      open = [
        ...open,
        ...settled.open.map((fact) => ({ ...fact, assumed: { met: true, why: exception.says } })),
      ];
    }
  }
  const licence = changes.licences?.find((one) => licenceCovers(one, regime, situation));
  if (licence) return { exception: `Freed by the assumed licence “${licence.name}”.`, open: nothing };
  return { open };
}

function licenceCovers(licence: AssumedLicence, regime: string, { question, entry }: Situation): boolean {
  if (entry === undefined) return false;
  // A rule on owned entities serves the regime of the owner's listing.
  if (licence.regime !== regime && licence.regime !== entry.regime) return false;
  if (question.on < licence.from || question.on > licence.until) return false;
  if (licence.activities.length > 0 && !licence.activities.includes(question.activity.word)) return false;
  if (licence.covers === 'owned entities only' && entry.via === undefined) return false;
  return licence.parties.length === 0 || licence.parties.includes(entry.listed);
}
