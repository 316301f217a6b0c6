import { type Day, dayInWords } from '../model/index.ts';
import type { Scenario } from '../rehearsal/index.ts';

interface Names {
  readonly caption: (party: string) => string;
  readonly regimeTitle: (id: string) => string;
}

/** What a scenario supposes, in as few statements as say it: listings of the same parties on one day stand together. */
export function supposedInBrief(scenario: Scenario, { caption, regimeTitle }: Names): string[] {
  const listings = new Map<string, { parties: Set<string>; from: Day }>();
  const other: string[] = [];
  for (const { assumption, words } of scenario.assumptions) {
    if (assumption.kind !== 'listing' && assumption.kind !== 'delisting') {
      other.push(words);
      continue;
    }
    const key = `${assumption.kind}\n${assumption.regime}\n${assumption.from}`;
    const known = listings.get(key) ?? { parties: new Set(), from: assumption.from };
    known.parties.add(assumption.party);
    listings.set(key, known);
  }
  const together = new Map<string, { kind: string; parties: string[]; regimes: string[]; from: Day }>();
  for (const [key, { parties, from }] of listings) {
    const [kind, regime] = key.split('\n') as [string, string];
    const names = [...parties];
    const group = JSON.stringify([kind, names, from]);
    const known = together.get(group) ?? { kind, parties: names, regimes: [], from };
    known.regimes.push(regimeTitle(regime));
    together.set(group, known);
  }
  let subject = '';
  const said = [...together.values()].map(({ kind, parties, regimes, from }) => {
    const who = named(parties.map(caption));
    // Who was named just before is not named again.
    const again = who === subject;
    subject = who;
    return `${again ? '' : `${who} `}${kind === 'listing' ? 'on' : 'off'} ${list(regimes)} from ${dayInWords(from)}`;
  });
  return [...said, ...other];
}

const mostNamed = 3;

function named(parties: readonly string[]): string {
  if (parties.length <= mostNamed) return list(parties);
  return `${parties.slice(0, mostNamed - 1).join(', ')} and ${parties.length - mostNamed + 1} others`;
}

/** `a, b and c`. */
function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
