import { type Confidence, confidences } from '../../model/index.ts';
import { changesEffect, oncePerAsset, type Rehearsal } from '../../rehearsal/index.ts';
import { html, longTable, Markup, table } from '../page.ts';
import { amounts, counted, numberText } from '../page-words.ts';
import { siteMapSvg } from '../site-map.ts';

const sitesShown = 10;

/** The devices that change: where they are, how sure their maker is, and what goes on. */
export function equipmentSection(rehearsal: Rehearsal): Markup {
  const { totals, portfolio, changes } = rehearsal;
  const own = changes.filter(({ assetKind }) => assetKind === 'device');
  const devices = oncePerAsset(own.filter(changesEffect));
  if (devices.length === 0) {
    if (own.length === 0) return html``;
    const kept = oncePerAsset(own).reduce((sum, { count }) => sum + count, 0);
    return html`<h3>Equipment</h3><p>${counted(kept, 'device')} keep every effect that they have, for other reasons than today’s: see above.</p>`;
  }
  const sites = new Map(portfolio.sites.map((site) => [site.id, site]));
  const marks = totals.bySite.flatMap((row) => {
    const site = sites.get(row.site);
    if (site?.latitude === undefined || site.longitude === undefined) return [];
    return [{ name: site.name, latitude: site.latitude, longitude: site.longitude, count: row.count }];
  });
  const nowhere = devices.filter(({ site }) => site === undefined);
  const largest = totals.bySite.reduce((most, { count }) => Math.max(most, count), 1);
  return html`<h3>Equipment</h3><p>${counted(totals.devices, 'device')} change. ${going(rehearsal)}</p>
${bands(devices)}
${marks.length > 1 ? new Markup(siteMapSvg(marks)) : ''}
${
  totals.bySite.length === 0
    ? ''
    : longTable(
        'Devices that change, by site',
        ['Site', 'Devices', '', 'What they cost, as the files state it'],
        totals.bySite.map((site) => [
          html`<bdi>${sites.get(site.site)?.name ?? site.site}</bdi>`,
          numberText(site.count),
          html`<i class="bar ink" style="width:${Math.max(2, Math.round((100 * site.count) / largest))}%"></i>`,
          amounts(site.values),
        ]),
        { shown: sitesShown, numeric: [1, 3], rest: 'the CSV has the site of each' },
      )
}${nowhere.length > 0 ? html`<p class="note">${counted(nowhere.length, 'device')} without a site.</p>` : ''}`;
}

/** What of using and upkeep changes: the question that owners of installed devices ask first. */
function going({ changes }: Rehearsal): string {
  const of = (activity: string) =>
    changes.filter(
      (change) =>
        change.assetKind === 'device' && change.activity === activity && change.before !== change.after,
    );
  const effects = (activity: string) => {
    const groups = Map.groupBy(of(activity), ({ after }) => after);
    return [...groups].map(
      ([effect, members]) =>
        `${effect} for ${numberText(members.reduce((sum, { count }) => sum + count, 0))}`,
    );
  };
  const use = effects('use');
  const upkeep = effects('maintain');
  return [
    use.length === 0 ? 'Use of what is installed does not change.' : `Use becomes ${use.join(', ')}.`,
    upkeep.length === 0
      ? 'Upkeep does not change.'
      : `Upkeep (parts, updates, services) becomes ${upkeep.join(', ')}.`,
    'Who signs, who logs in from afar, and cloud accounts that no file names were not looked at.',
  ].join(' ');
}

/** How sure it is who made the devices. */
function bands(devices: readonly { confidence: Confidence; count: number }[]): Markup {
  const whole = devices.reduce((sum, { count }) => sum + count, 0);
  return table(
    'How sure the maker is',
    ['Maker', 'Devices', ''],
    confidences.flatMap((confidence) => {
      const count = devices
        .filter((device) => device.confidence === confidence)
        .reduce((sum, device) => sum + device.count, 0);
      if (count === 0) return [];
      const bar = html`<i class="bar ink" style="width:${Math.max(1, Math.round((100 * count) / whole))}%"></i>`;
      return [[confidence, numberText(count), bar]];
    }),
    [1],
  );
}
