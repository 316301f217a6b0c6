import { partyPage } from '../../casebook/index.ts';
import { type Engine, namesakesOf } from '../../engine/index.ts';
import { type MatrixRow, matrix, type Standing, usualActivities } from '../../law/index.ts';
import {
  type Actor,
  type ApproximateDay,
  activities as activityWords,
  type CaseEvent,
  type Day,
  gravity,
  type PartyId,
} from '../../model/index.ts';
import type { PartyAnswer } from '../schemas/party.ts';

export interface PartyQuestion {
  readonly party: PartyId;
  readonly on: Day;
  readonly actor: Actor;
  /** The activities that are usual for the actor where absent. */
  readonly activities?: readonly string[];
}

/** Everything that the page of a party shows on a day, for one actor. */
export function describeParty(engine: Engine, question: PartyQuestion): PartyAnswer {
  const { party: id, on, actor } = question;
  const activities = question.activities ?? usualActivities(actor.roles);
  const { casebook, register, today } = engine;
  const page = partyPage(register, casebook, { party: id, on, today });
  const world = engine.world();
  const standing = world.standing(page.party.id, on);
  const rows = matrix({ book: world.book, standing, actor, on, activities });
  const { party } = page;
  return {
    id: party.id,
    caption: party.caption,
    schema: party.schema,
    on,
    known: page.known,
    today,
    register: register.hash,
    listStandings: engine.listStandings(on),
    actor,
    names: party.names,
    identifiers: party.identifiers,
    addresses: party.addresses,
    countries: party.countries,
    nationalities: party.nationalities,
    birthDates: party.birthDates.map(approximate),
    birthPlaces: party.birthPlaces,
    ...(party.gender === undefined ? {} : { gender: party.gender }),
    ...(party.founded === undefined ? {} : { founded: approximate(party.founded) }),
    titles: party.titles ?? [],
    attributes: party.attributes ?? {},
    notes: party.notes,
    provenance: party.provenance,
    activities: activities.map((activity) => answerTo(engine, { party: party.id, on, actor }, activity)),
    matrix: rows
      .filter((row) => row.standing !== 'not listed' || hasEntries(standing, row))
      .sort(byWeight)
      .map((row) => ({
        ...row,
        name: casebook.regimes.find((regime) => regime.id === row.regime)?.name ?? row.short,
        entries: standing.entries.filter((entry) => entry.regime === row.regime),
      })),
    elsewhere: rows
      .filter((row) => row.standing === 'not listed' && !hasEntries(standing, row))
      .map(({ regime, short }) => ({ regime, short })),
    namesakes: namesakesOf(engine, page.party.id, on),
    timeline: page.timeline.map(shownEvent),
    ahead: page.ahead.map(shownEvent),
    brands: page.brands.map(({ maker: _maker, ...brand }) => brand),
    marks: page.marks,
    merges: page.merges.map(({ member, evidence, reason }) => ({ member, evidence, reason })),
    moments: momentsOf(engine, party.id),
    sources: page.sources,
  };
}

/** What all regimes together say, as the law is asked; what the page of questions would answer. */
function answerTo(
  engine: Engine,
  { party, on, actor }: PartyQuestion,
  activity: string,
): PartyAnswer['activities'][number] {
  const answer = engine.world().ask({ on, actor, activity, counterparty: party, item: {}, facts: {} });
  const lead = answer.provisions.find((applied) => applied.effect === answer.effect);
  return {
    activity,
    says: activityWords.find(activity)?.phrase ?? activity,
    effect: answer.effect,
    ...(answer.policy === undefined ? {} : { policy: answer.policy }),
    plain: answer.plain,
    ...(lead === undefined
      ? {}
      : {
          lead: {
            regime: lead.regime,
            short: engine.regimeTitle(lead.regime),
            citation: lead.citation,
            verified: lead.verified,
          },
        }),
    unknowns: answer.unknowns.map((unknown) => unknown.question),
  };
}

function hasEntries(standing: Standing, row: MatrixRow): boolean {
  return standing.entries.some((entry) => entry.regime === row.regime);
}

const standings: readonly MatrixRow['standing'][] = [
  'listed',
  'derived',
  'undetermined',
  'not listed',
  'listed earlier',
  'listed later',
];

/** What holds now before what was and what will be; the gravest effect first. */
function byWeight(a: MatrixRow, b: MatrixRow): number {
  return (
    standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
    gravity(b.effect) - gravity(a.effect) ||
    ((a.since ?? '') < (b.since ?? '') ? -1 : (a.since ?? '') > (b.since ?? '') ? 1 : 0) ||
    (a.short < b.short ? -1 : 1)
  );
}

function approximate(day: ApproximateDay): string {
  return `${day.circa ? 'about ' : ''}${day.text}`;
}

function shownEvent(event: CaseEvent): PartyAnswer['timeline'][number] {
  const { id, day, status, text, regimes, provenance } = event;
  return { id, day: day.earliest, dayText: day.text, status, text, regimes, provenance };
}

/** The days on which something changed, in order: what the slider marks. */
function momentsOf(engine: Engine, party: PartyId): PartyAnswer['moments'] {
  const { casebook, register } = engine;
  const moments: PartyAnswer['moments'][number][] = [];
  for (const listing of register.listingsOf(party)) {
    const text = engine.regimeTitle(listing.regime);
    const from = listing.from ?? listing.seen;
    if (from) moments.push({ day: from, kind: 'listed', text });
    if (listing.until) moments.push({ day: listing.until, kind: 'ended', text });
  }
  for (const event of casebook.events) {
    if (!event.subjects.includes(party) || event.day.latest > register.known) continue;
    moments.push({
      day: event.day.earliest,
      kind: event.status === 'deadline' ? 'deadline' : 'event',
      text: event.text,
    });
  }
  for (const link of register.linksOf(party)) {
    const other = link.owner === party ? link.owned : link.owner;
    const text = register.party(other)?.caption ?? other;
    for (const day of [link.from, link.until]) if (day) moments.push({ day, kind: 'link', text });
  }
  const seen = new Set<string>();
  return moments
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .filter((moment) => !seen.has(keyOf(moment)) && seen.add(keyOf(moment)));
}

function keyOf(moment: PartyAnswer['moments'][number]): string {
  return `${moment.day} ${moment.kind} ${moment.text}`;
}
