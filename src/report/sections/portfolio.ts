import type { Rehearsal } from '../../rehearsal/index.ts';
import { html, type Markup } from '../page.ts';
import type { ReportInput } from '../report-input.ts';
import { beforeAfter } from './before-after.ts';
import { changesSection } from './changes.ts';
import { contractsSection } from './contracts.ts';
import { equipmentSection } from './equipment.ts';
import { moneySections } from './money.ts';
import { openSection } from './open.ts';
import { waterfall } from './waterfall.ts';

/** Everything about one portfolio. */
export function portfolioSection(rehearsal: Rehearsal, { regimeTitle }: ReportInput): Markup {
  const { totals, portfolio } = rehearsal;
  return html`<h2 id="${portfolio.id}">${portfolio.title}</h2>
<p>${portfolio.invented ? html`<span class="flag">invented for demonstration</span> ` : ''}Asked as ${portfolio.actor.roles.join(', ').replace('us-person', 'US person')} (${portfolio.actor.jurisdictions.join(', ').toUpperCase()}). ${totals.assets} assets, of which ${totals.touched} touch a party that is known here and ${totals.changedAssets} change${totals.otherReasonAssets > 0 ? `; ${totals.otherReasonAssets} more keep their effect for other reasons than today’s` : ''}.</p>
${beforeAfter(rehearsal)}
${changesSection(rehearsal, regimeTitle)}
${waterfall(rehearsal, regimeTitle)}
${equipmentSection(rehearsal)}
${contractsSection(rehearsal)}
${moneySections(rehearsal)}
${openSection(rehearsal)}`;
}
