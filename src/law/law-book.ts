import type { Exception, Provision, Regime, RegimeId } from '../model/index.ts';

/** A provision with its regime at hand. */
export interface BookedProvision {
  readonly regime: Regime;
  readonly provision: Provision;
  /** The regime's exceptions that could free it. */
  readonly exceptions: readonly Exception[];
  /** Place in the book, for a stable order. */
  readonly order: number;
}

/** The regimes, indexed for asking. Immutable; made once. */
export interface LawBook {
  readonly regimes: readonly Regime[];
  regime(id: string): Regime | undefined;
  /** Provisions of a regime about an activity, in the order of the file. */
  provisions(regime: string, activity: string): readonly BookedProvision[];
  /** Provisions about an activity that need no listing. */
  goods(activity: string): readonly BookedProvision[];
  /** Regimes that a listing of `regime` triggers beside its own. */
  triggeredBy(regime: string): readonly RegimeId[];
}

const none: readonly never[] = [];

/** Indexes the regimes. Their order does not matter. */
export function createLawBook(regimes: readonly Regime[]): LawBook {
  const sorted = [...regimes].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map<string, Regime>();
  const byActivity = new Map<string, Map<string, BookedProvision[]>>();
  const goods = new Map<string, BookedProvision[]>();
  const triggered = new Map<string, RegimeId[]>();
  let order = 0;
  for (const regime of sorted) {
    byId.set(regime.id, regime);
    const own = new Map<string, BookedProvision[]>();
    byActivity.set(regime.id, own);
    if (typeof regime.trigger === 'object') {
      for (const id of regime.trigger.regimes) append(triggered, id, regime.id);
    }
    for (const provision of regime.provisions) {
      const exceptions = regime.exceptions.filter(
        (exception) => exception.frees === 'all' || exception.frees.includes(provision.id),
      );
      const booked = { regime, provision, exceptions, order: order++ };
      for (const activity of provision.activities) append(provision.goods ? goods : own, activity, booked);
    }
  }
  return {
    regimes: sorted,
    regime: (id) => byId.get(id),
    provisions: (id, activity) => byActivity.get(id)?.get(activity) ?? none,
    goods: (activity) => goods.get(activity) ?? none,
    triggeredBy: (id) => triggered.get(id) ?? none,
  };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
