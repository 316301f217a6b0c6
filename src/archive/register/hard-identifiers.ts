import type { Identifier, IdentifierKind } from '../../model/party.ts';
import { isContentId } from './content-id.ts';
import { classOf, type Facts, type Member, type PartyClass } from './member.ts';
import kindTable from './tables/hard-identifiers.json' with { type: 'json' };
import spaceTable from './tables/identifier-spaces.json' with { type: 'json' };

interface Rule {
  readonly kind: string;
  readonly family?: string;
  readonly of?: readonly string[];
  readonly decisive: boolean;
  readonly exclusive: boolean;
  readonly minimum: number;
}
const rules: readonly Rule[] = kindTable.kinds;
const spaces = new Map<string, string>(Object.entries(spaceTable.spaces));
const aggregates = new Set(spaceTable.aggregates);
const families = Object.entries(spaceTable.families);

/** An identifier of a member that is hard enough to bring it together with others. */
export interface HardIdentifier {
  /** Equal keys are equal identifiers. */
  readonly key: string;
  readonly kind: IdentifierKind;
  readonly value: string;
  readonly issuer: string | undefined;
  /** Whether equality alone decides; otherwise names have to agree. */
  readonly decisive: boolean;
  readonly exclusive: boolean;
  /** Place in the order of strength, strongest 0. */
  readonly rank: number;
}

/** The hard identifiers of a member with this description, its own id on its list among them. */
export function hardIdentifiers(member: Member, facts: Facts): HardIdentifier[] {
  const found = new Map<string, HardIdentifier>();
  const partyClass = classOf(facts);
  const own: Identifier[] = [];
  if (member.kind === 'entry' && isPublishersId(member.history.entry)) {
    own.push({ kind: 'source id', value: member.history.entry, issuer: member.history.source });
  }
  for (const identifier of [...own, ...facts.identifiers]) {
    const hard = hardIdentifier(identifier, partyClass);
    if (hard && !found.has(hard.key)) found.set(hard.key, hard);
  }
  return [...found.values()];
}

function isPublishersId(entry: string): boolean {
  return !isContentId(entry) && !entry.includes('~');
}

function hardIdentifier(identifier: Identifier, partyClass: PartyClass): HardIdentifier | undefined {
  const rank = rules.findIndex((rule) => rule.kind === identifier.kind && isFor(rule, partyClass));
  const rule = rules[rank];
  if (!rule) return undefined;
  const isSourceId = identifier.kind === 'source id';
  const value = isSourceId ? identifier.value.trim() : plainValue(identifier);
  if (value.length < rule.minimum || /^0*$/.test(value)) return undefined;
  if (isSourceId && identifier.issuer === undefined) return undefined;
  const space = isSourceId ? `${spaceOf(identifier.issuer!)}|` : '';
  return {
    key: `${rule.family ?? rule.kind}|${space}${value}`,
    kind: identifier.kind,
    value: identifier.value,
    issuer: isSourceId ? undefined : identifier.issuer?.toLowerCase(),
    decisive: rule.decisive,
    exclusive: rule.exclusive,
    rank,
  };
}

function isFor(rule: Rule, partyClass: PartyClass): boolean {
  return rule.of === undefined || rule.of.includes(partyClass);
}

/** Letters and digits only, in upper case; `IMO 9187629` and a BIC's head office `XXX` lose what says nothing. */
function plainValue(identifier: Identifier): string {
  if (identifier.kind === 'wallet') return identifier.value.trim();
  const value = identifier.value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  if (identifier.kind === 'IMO') return value.replace(/^IMO/, '');
  if (identifier.kind === 'BIC') return value.replace(/^(.{8})XXX$/, '$1');
  return value;
}

/** The numbering that a source's ids are of. */
function spaceOf(source: string): string {
  return spaces.get(source) ?? familyOf(source);
}

function familyOf(source: string): string {
  return families.find(([prefix]) => source.startsWith(prefix))?.[1] ?? source;
}

/** Whether a source carries several lists side by side, so that a party may stand in it more than once. */
export function isAggregate(source: string): boolean {
  return aggregates.has(familyOf(source));
}
