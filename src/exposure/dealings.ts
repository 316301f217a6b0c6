import type { Actor, Asset, Item, Money } from '../model/index.ts';

/** One thing that the user does, or may want to go on doing, with an asset. */
export interface Dealing {
  /** A word of the law's activity vocabulary. */
  readonly activity: string;
  readonly item: Item;
}

/** The dealings that matter for an asset, given who the user is. The gravest answer among them is what is shown first. */
export function dealingsOf(asset: Asset, actor: Actor): readonly Dealing[] {
  switch (asset.kind) {
    case 'device': {
      const item = deviceItem(asset.type);
      const activities = ['use', 'maintain', 'buy'];
      if (actor.roles.includes('reseller')) activities.push('sell');
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
          activity: actor.roles.includes('bank')
            ? 'process payment'
            : asset.direction === 'out'
              ? 'pay'
              : 'receive payment',
          item: {},
        },
      ];
  }
}

function described(text: string | undefined): Item {
  return text === undefined ? {} : { description: text };
}

function deviceItem(type: string | undefined): Item {
  const word = (type ?? '').toLowerCase();
  if (/camera|recorder|nvr|dvr|video|doorbell|intercom|encoder/.test(word) || word === '') {
    return { kind: 'video surveillance equipment' };
  }
  if (/router|switch|radio|phone|modem|gateway|access point|firewall/.test(word))
    return { kind: 'telecommunications equipment' };
  return { kind: 'other equipment', description: type ?? '' };
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
