import {
  ask as askLaw,
  createLawBook,
  type LawBook,
  prepareQuestion,
  type QuestionInput,
  type Standing,
  type StandingEntry,
} from '../law/index.ts';
import {
  type Answer,
  type Assumption,
  type Day,
  Fault,
  type Listing,
  listingState,
  type Name,
  type PartyId,
  type PathStep,
  type Question,
  type Regime,
  type RegisterView,
} from '../model/index.ts';
import type { OwnershipTest } from '../ownership/index.ts';
import { curatedView } from './curated-view.ts';
import { createDerivations, type Derivation, intervalOf } from './derived-standings.ts';
import { createNameFinder, type Found, type NameFinder } from './name-finder.ts';
import { createRegimeOf, suppose } from './supposed.ts';

/** What a world is made of. */
export interface WorldInput {
  readonly register: RegisterView;
  readonly casebook: {
    readonly regimes: readonly Regime[];
    readonly ownershipTests: readonly OwnershipTest[];
    readonly parties?: readonly { readonly id: string }[];
    readonly listings?: readonly Listing[];
  };
  readonly assumptions?: readonly Assumption[];
}

/** A question whose parties are given by name or id, as `ask --jsonl` has it. */
export type NamedQuestion = QuestionInput & { readonly counterparty?: string | null };

/** An unlisted party that a listing reaches by ownership, subsidiary or affiliate rules. */
export interface Reached {
  readonly party: PartyId;
  readonly caption: string;
  readonly names: readonly Name[];
  readonly regime: string;
  readonly result: 'caught' | 'undetermined';
  readonly because: string;
  readonly path: readonly PathStep[];
  readonly settle?: string;
}

/** The register, the casebook and a scenario's assumptions, ready to answer. */
export interface World {
  readonly book: LawBook;
  /** Where a party stands on a day: its own listings, and those that reach it. */
  standing(party: PartyId, on: Day): Standing;
  /** What a name, alias, identifier or id stands for. */
  find(nameOrId: string): Found;
  /** Gets ready, in steps, to find any name: the first `find` of a name outside the casebook takes seconds otherwise. */
  prepareNames(): Iterable<void>;
  /** The one party it stands for. Throws `AS_UNKNOWN_PARTY` or `AS_AMBIGUOUS_PARTY`. */
  resolve(nameOrId: string): PartyId;
  /** Answers a question about a party of the register. */
  ask(question: Question): Answer;
  /** Answers a question with parties by name. An unknown name never comes out as clear. */
  askNamed(question: NamedQuestion): Answer;
  /** All whom listings reach; written once for the days between which nothing changes. */
  reached(on: Day): readonly Reached[];
  /** The same under other assumptions. */
  under(assumptions: readonly Assumption[]): World;
}

/** Joins register, casebook and assumptions. Pure: the same input gives the same answers. */
export function createWorld(given: WorldInput): World {
  const input = { ...given, register: curatedView(given.register, given.casebook.listings ?? []) };
  const book = createLawBook(input.casebook.regimes);
  const preferred = new Set((input.casebook.parties ?? []).map((party) => party.id));
  return build(input, book, createNameFinder(input.register, preferred));
}

function build(input: WorldInput, book: LawBook, finder: NameFinder): World {
  const view = input.register;
  const register = suppose(view, input.assumptions ?? []);
  const regimeOf = createRegimeOf(input.casebook.regimes);
  const caption = (party: PartyId) => view.party(party)?.caption ?? party;
  const derivations = createDerivations({
    register,
    regimes: input.casebook.regimes,
    tests: input.casebook.ownershipTests,
    regimeOf,
    caption,
    countries: (party) => view.party(party)?.countries ?? [],
  });
  const changes = { licences: register.licences, rules: register.rules };
  const standings = new Map<string, Standing>();

  const standing = (id: PartyId, on: Day): Standing => {
    const key = `${intervalOf(derivations.boundaries, on)} ${id}`;
    let found = standings.get(key);
    if (!found) {
      found = standingOf(id, on);
      // Bounded: a long run over many parties and days must not grow without end.
      if (standings.size > 50_000) standings.clear();
      standings.set(key, found);
    }
    return found;
  };

  const standingOf = (id: PartyId, on: Day): Standing => {
    const party = view.party(id);
    const entries = ownEntries(register.listingsOf(id), regimeOf, caption);
    const own = new Set(
      entries.filter((entry) => listingState(entry, on) === 'in force').map((entry) => entry.regime),
    );
    for (const derivation of derivations.of(id, on)) {
      if (!own.has(derivation.regime)) entries.push(derivedEntry(derivation, caption));
    }
    return {
      party: id,
      name: party?.caption ?? id,
      countries: party?.countries ?? [],
      individual: party?.schema === 'Person',
      entries,
      ...(party ? {} : { unresolved: `Who is “${id}”? No party here has this id.` }),
    };
  };

  const reachedBetween = new Map<number, readonly Reached[]>();
  const reachedParty = ({ party, derivation }: { party: PartyId; derivation: Derivation }): Reached => ({
    party,
    caption: caption(party),
    names: view.party(party)?.names ?? [],
    regime: derivation.regime,
    result: derivation.certainty === 'certain' ? 'caught' : 'undetermined',
    because: derivation.because,
    path: derivation.path,
    ...(derivation.settle === undefined ? {} : { settle: derivation.settle }),
  });

  const answer = (question: QuestionInput, counterparty: Standing, maker: PartyId | undefined): Answer => {
    const prepared = prepareQuestion(question);
    return askLaw(book, prepared, {
      counterparty,
      ...(maker === undefined ? {} : { maker: standing(maker, prepared.on) }),
      changes,
    });
  };

  return {
    book,
    standing,
    find: finder.find,
    prepareNames: finder.prepare,
    resolve: (text) => {
      const found = finder.find(text);
      if (found.kind === 'one') return found.party;
      if (found.kind === 'none')
        throw new Fault('AS_UNKNOWN_PARTY', `No party with the name or id “${text}” is known here.`, {
          remedy: 'Try a full name or an id; `aftershock screen` finds similar names.',
        });
      const some = found.parties.slice(0, 5).map((party) => `${caption(party)} (${party})`);
      throw new Fault('AS_AMBIGUOUS_PARTY', `More than one party is called “${text}”: ${some.join(', ')}.`, {
        remedy: 'Give the id of the one meant.',
      });
    },
    ask: (question) => {
      const { counterparty, item, ...rest } = question;
      const id = view.resolve(counterparty) ?? counterparty;
      return answer(
        inputOf(rest, item),
        standing(id, question.on),
        item.maker && (view.resolve(item.maker) ?? item.maker),
      );
    },
    askNamed: (question) => {
      const prepared = prepareQuestion(question);
      checkCounterparty(question.counterparty);
      const named = makerNamed(question);
      const maker = named ? finder.find(named) : undefined;
      const notices = [...(prepared.facts.notices ?? [])];
      if (named && maker?.kind !== 'one')
        notices.push(`The maker “${named}” is not known here and was not used.`);
      const other = counterpartyOf(
        question.counterparty,
        maker,
        finder,
        (party) => standing(party, prepared.on),
        caption,
      );
      const result = askLaw(book, prepared, {
        counterparty: other,
        ...(maker?.kind === 'one' ? { maker: standing(maker.party, prepared.on) } : {}),
        changes,
      });
      return notices.length === 0 ? result : { ...result, notices };
    },
    reached: (on) => {
      const interval = intervalOf(derivations.boundaries, on);
      let found = reachedBetween.get(interval);
      if (!found) {
        found = [...derivations.reached(on)].map(reachedParty);
        if (reachedBetween.size >= 64) reachedBetween.clear();
        reachedBetween.set(interval, found);
      }
      return found;
    },
    under: (assumptions) => build({ ...input, assumptions }, book, finder),
  };
}

/** Who is said to have made the goods, wherever that is written. */
function makerNamed(question: NamedQuestion): string | undefined {
  const item = typeof question.item === 'object' && question.item !== null ? question.item : {};
  for (const place of [item, item.facts, question.facts]) {
    for (const key of ['maker', 'manufacturer', 'brand']) {
      const value: unknown = place && key in place ? (place as Record<string, unknown>)[key] : undefined;
      if (typeof value === 'string' && value.trim() !== '') return value;
    }
  }
  return undefined;
}

function inputOf(rest: Omit<Question, 'counterparty' | 'item'>, item: Question['item']): QuestionInput {
  const { maker: _, ...stated } = item;
  return {
    on: rest.on,
    actor: { jurisdictions: [...rest.actor.jurisdictions], roles: [...rest.actor.roles] },
    activity: rest.activity,
    item: stated,
    facts: rest.facts,
  };
}

/** Questions come from files: what is no text would pass for a party not named. */
function checkCounterparty(given: unknown): void {
  if (given === undefined || given === null || typeof given === 'string') return;
  throw new Fault('AS_USAGE', 'The party is not text.', {
    place: { field: 'counterparty' },
    remedy: 'Write a name, an alias, an identifier or an id.',
  });
}

/** The standing of the party named; of the maker where only that is; of nobody known, with the question who it is. */
function counterpartyOf(
  name: string | null | undefined,
  maker: Found | undefined,
  finder: NameFinder,
  standing: (party: PartyId) => Standing,
  caption: (party: PartyId) => string,
): Standing {
  const nobody = (shown: string, unresolved?: string): Standing => ({
    party: `unknown:${shown}` as PartyId,
    name: shown,
    countries: [],
    individual: false,
    entries: [],
    ...(unresolved === undefined ? {} : { unresolved }),
  });
  if (!name?.trim()) {
    if (maker?.kind === 'one') return standing(maker.party);
    return nobody('a party not named', 'Who is the other party?');
  }
  const found = finder.find(name.trim());
  switch (found.kind) {
    case 'one':
      return standing(found.party);
    case 'several': {
      const some = found.parties.slice(0, 5).map((party) => `${caption(party)} (${party})`);
      return nobody(name, `Which party is meant by “${name}”: ${some.join(', ')}?`);
    }
    case 'none':
      return nobody(
        name,
        `Who is “${name}”? No party with this name is known here, which does not clear it.`,
      );
  }
}

/** One entry per regime and day of listing: what the casebook and the list say of the same listing is put together. */
function ownEntries(
  listings: readonly Listing[],
  regimeOf: (listing: Listing) => Listing['regime'],
  caption: (party: PartyId) => string,
): StandingEntry[] {
  const entries: StandingEntry[] = [];
  const ordered = [...listings].sort(
    (a, b) => Number(a.from === undefined) - Number(b.from === undefined) || (a.id < b.id ? -1 : 1),
  );
  for (const listing of ordered) {
    const entry = entryOf(listing, regimeOf(listing), caption);
    const same = entries.findIndex(
      (other) =>
        other.regime === entry.regime &&
        other.assumed === entry.assumed &&
        (entry.from === undefined || other.from === entry.from) &&
        other.until === entry.until,
    );
    if (same < 0) entries.push(entry);
    else entries[same] = together(entries[same]!, entry);
  }
  return entries.sort((a, b) =>
    a.regime < b.regime ? -1 : a.regime > b.regime ? 1 : (a.from ?? '') < (b.from ?? '') ? -1 : 1,
  );
}

function together(kept: StandingEntry, other: StandingEntry): StandingEntry {
  return {
    ...other,
    ...kept,
    programs: [...new Set([...kept.programs, ...other.programs])],
    ...(kept.dates || other.dates ? { dates: { ...other.dates, ...kept.dates } } : {}),
  };
}

function entryOf(
  listing: Listing,
  regime: Listing['regime'],
  caption: (party: PartyId) => string,
): StandingEntry {
  return {
    listing: listing.id,
    regime,
    listed: listing.party,
    listedName: caption(listing.party),
    ...(listing.from === undefined ? {} : { from: listing.from }),
    ...(listing.until === undefined ? {} : { until: listing.until }),
    ...(listing.seen === undefined ? {} : { seen: listing.seen }),
    ...(listing.absent === undefined ? {} : { absent: listing.absent }),
    citation: listing.citation,
    programs: listing.programs,
    ...(listing.policy === undefined ? {} : { policy: listing.policy }),
    ...(listing.requirement === undefined ? {} : { requirement: listing.requirement }),
    ...(listing.dates === undefined ? {} : { dates: listing.dates }),
    certainty: 'certain',
    path: [],
    verified: listing.provenance.verified,
    assumed: listing.id.startsWith('assumed:'),
  };
}

function derivedEntry(derivation: Derivation, caption: (party: PartyId) => string): StandingEntry {
  const entry = entryOf(derivation.listing, derivation.regime, caption);
  return {
    ...entry,
    via: derivation.via,
    rule: derivation.rule,
    certainty: derivation.certainty,
    ...(derivation.settle === undefined ? {} : { settle: derivation.settle }),
    path: derivation.path,
  };
}
