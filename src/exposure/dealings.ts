import { type Actor, type Asset, type Item, type Money, roles } from '../model/index.ts';
import { goodsOf } from './goods.ts';

/** One thing that the user does, or may want to go on doing, with an asset. */
export interface Dealing {
  /** A word of the law's activity vocabulary. */
  readonly activity: string;
  readonly item: Item;
}

/** Activities that make an answer to an authority or customer due; only asked where a report wants them. */
const disclosures = ['bid', 'report'];

/** What the dealings of an asset depend on beside the asset itself. */
export interface DealingOptions {
  /** Facts of the asset in the words of the law. */
  readonly facts?: Readonly<Record<string, string | boolean>>;
  /** The device as the law's item, where it was read already. */
  readonly item?: Item;
  /** Ask also what a federal contractor has to represent and report. */
  readonly disclosures?: boolean;
}

/** The dealings that matter for an asset, given who the user is. The gravest answer among them is what is shown first. */
export function dealingsOf(asset: Asset, actor: Actor, options: DealingOptions = {}): readonly Dealing[] {
  const is = rolesOf(actor);
  switch (asset.kind) {
    case 'device': {
      const item = options.item ?? goodsOf(asset).item;
      // What is bought to be handed over to the government is not used by the one who buys it.
      const activities =
        options.facts?.for === 'delivery to the government' ? ['buy', 'sell'] : ['use', 'maintain', 'buy'];
      if (is('reseller') && !activities.includes('sell')) activities.push('sell');
      activities.push(...tradeActivities(is).filter((activity) => !activities.includes(activity)));
      if (options.disclosures && is('federal contractor')) activities.push(...disclosures);
      return activities.map((activity) => ({ activity, item }));
    }
    case 'vendor':
      return ['buy', 'pay'].map((activity) => ({ activity, item: described(asset.provides) }));
    case 'contract': {
      const activities =
        asset.counterpartyRole === 'supplier' ? ['contract', 'pay'] : ['sell', 'receive payment'];
      return activities.map((activity) => ({ activity, item: described(asset.item) }));
    }
    case 'holding':
      return ['hold securities', 'sell securities', 'buy securities'].map((activity) => ({
        activity,
        item: { kind: 'publicly traded securities' },
      }));
    case 'payment':
      return [
        {
          activity: is('bank') ? 'process payment' : asset.direction === 'out' ? 'pay' : 'receive payment',
          item: {},
        },
      ];
  }
}

/** What a rule about goods can forbid, whoever made them: bringing them in, selling them, having them authorised. */
export function goodsDealingsOf(item: Item, actor: Actor): readonly Dealing[] {
  const is = rolesOf(actor);
  const activities = tradeActivities(is);
  if (is('reseller') && !activities.includes('sell')) activities.push('sell');
  return activities.map((activity) => ({ activity, item }));
}

function tradeActivities(is: (role: string) => boolean): string[] {
  const activities: string[] = [];
  if (is('importer')) activities.push('import', 'sell');
  if (is('manufacturer') && !activities.includes('sell')) activities.push('sell');
  if (is('manufacturer') || is('applicant') || is('certification body'))
    activities.push('seek equipment authorisation');
  return activities;
}

/** Whether the actor has a role, in whatever spelling it is stated. */
function rolesOf(actor: Actor): (role: string) => boolean {
  const words = new Set(actor.roles.flatMap((role) => roles.find(role)?.word ?? role));
  return (role) => words.has(role);
}

function described(text: string | undefined): Item {
  return text === undefined ? {} : { description: text };
}

/** What is at stake in an asset: cost, contract value, market value or amount. */
export function stakeOf(asset: Asset): Money | undefined {
  switch (asset.kind) {
    case 'device':
      return asset.cost && { minor: asset.cost.minor * asset.count, currency: asset.cost.currency };
    case 'vendor':
      return asset.spend;
    case 'contract':
    case 'holding':
      return asset.value;
    case 'payment':
      return asset.amount;
  }
}

/** A label by which its owner knows the asset. */
export function labelOf(asset: Asset): string {
  switch (asset.kind) {
    case 'device':
      return [asset.brand, asset.model].filter(Boolean).join(' ') || asset.name || asset.mac || asset.id;
    case 'vendor':
      return asset.name;
    case 'contract':
      return `${asset.title} (${asset.counterparty})`;
    case 'holding':
      return asset.through ? `${asset.issuer} (through ${asset.through.fund})` : asset.issuer;
    case 'payment':
      return asset.parties.map((party) => party.name).join(' / ') || asset.id;
  }
}
