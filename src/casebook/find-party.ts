import { editDistance } from '../model/edit-distance.ts';
import { Fault } from '../model/fault.ts';
import type { Name, NameKind, PartyId } from '../model/party.ts';
import type { RegisterView } from '../model/register.ts';
import { normalise } from '../text/normalise.ts';

const rank: Readonly<Record<NameKind, number>> = {
  primary: 0,
  alias: 1,
  transliteration: 1,
  former: 2,
  brand: 3,
  'weak alias': 4,
};

interface Hit {
  readonly party: PartyId;
  readonly name: Name;
}

/**
 * The one party that `text` means: its id, an identifier of it, or one of its names but for case, marks and
 * punctuation. Where several have the name, the better kind of name decides, then whether the party is of the casebook.
 * Throws `AS_UNKNOWN_PARTY` with the nearest names, or `AS_AMBIGUOUS_PARTY` with the candidates. This is for words that a
 * person typed to mean a party; to search for who may be meant, use the name engine.
 */
export function findParty(register: RegisterView, text: string): PartyId {
  const byId = register.resolve(text.trim());
  if (byId !== undefined) return byId;
  const key = normalise(text).text;
  const hits: Hit[] = [];
  const near = new Nearest(key);
  for (const [party, name] of register.names()) {
    const other = normalise(name.text).text;
    if (other === key) hits.push({ party, name });
    else near.offer(other, party, name);
  }
  if (key !== '' && hits.length > 0) return decide(register, text, hits);
  const holders = byIdentifier(register, text);
  if (holders.length > 0) return decide(register, text, holders);
  const nearest = near.best();
  throw new Fault('AS_UNKNOWN_PARTY', `No party is called "${text}".`, {
    remedy:
      nearest.length === 0
        ? 'Search with "aftershock screen".'
        : `Nearest: ${nearest.map(({ party, name }) => `${name.text} (${party})`).join('; ')}.`,
  });
}

function decide(register: RegisterView, text: string, hits: readonly Hit[]): PartyId {
  const best = new Map<PartyId, number>();
  for (const { party, name } of hits) {
    // Ids of the casebook are plain words; those of list entries name their list before a colon.
    const score = rank[name.kind] * 2 + (party.includes(':') ? 1 : 0);
    best.set(party, Math.min(score, best.get(party) ?? 99));
  }
  const top = Math.min(...best.values());
  const left = [...best].filter(([, score]) => score === top).map(([party]) => party);
  if (left.length === 1) return left[0]!;
  const shown = left.sort().slice(0, 6);
  throw new Fault('AS_AMBIGUOUS_PARTY', `${left.length} parties are called "${text}".`, {
    remedy: `Give the id: ${shown.map((id) => `${id} (${register.party(id)?.caption ?? id})`).join('; ')}.`,
  });
}

function byIdentifier(register: RegisterView, text: string): Hit[] {
  const wanted = bare(text);
  if (wanted.length < 4) return [];
  const hits: Hit[] = [];
  for (const party of register.parties()) {
    if (party.identifiers.some(({ value }) => bare(value) === wanted)) {
      hits.push({ party: party.id, name: { text: party.caption, kind: 'primary' } });
    }
  }
  return hits;
}

function bare(identifier: string): string {
  return identifier.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** Keeps the few names that look most like the one asked for: by slips of the pen, or by beginning like it. */
class Nearest {
  readonly #key: string;
  readonly #found: (Hit & { readonly distance: number })[] = [];

  constructor(key: string) {
    this.#key = key;
  }

  offer(other: string, party: PartyId, name: Name): void {
    const key = this.#key;
    if (key.length < 2) return;
    const allowed = Math.max(1, Math.floor(key.length / 3));
    const starts = key.length >= 3 && (other.startsWith(`${key} `) || ` ${other}`.includes(` ${key} `));
    if (!starts && Math.abs(other.length - key.length) > allowed) return;
    const distance = starts ? 0.5 + other.length / 1000 : editDistance(key.slice(0, 60), other.slice(0, 60));
    if (distance > allowed) return;
    this.#found.push({ party, name, distance });
    if (this.#found.length > 200) this.#trim(20);
  }

  best(): readonly Hit[] {
    this.#trim(200);
    const seen = new Set<PartyId>();
    return this.#found.filter(({ party }) => !seen.has(party) && seen.add(party)).slice(0, 5);
  }

  #trim(count: number): void {
    this.#found.sort(
      (a, b) =>
        a.distance - b.distance ||
        rank[a.name.kind] - rank[b.name.kind] ||
        (a.party < b.party ? -1 : a.party > b.party ? 1 : 0),
    );
    this.#found.length = Math.min(this.#found.length, count);
  }
}
