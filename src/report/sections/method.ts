import type { Rehearsal } from '../../rehearsal/index.ts';
import { html, longTable, type Markup, table } from '../page.ts';
import { day, numberText } from '../page-words.ts';
import { flag } from './assumed.ts';

/** How it was found, from what, and what was not looked at. */
export function methodSection(rehearsals: readonly Rehearsal[]): Markup {
  const first = rehearsals[0]!;
  const sources = new Map(
    rehearsals.flatMap((rehearsal) => rehearsal.sources.map(({ title, verified }) => [title, verified])),
  );
  return html`<h2 id="method">Method and sources</h2>
<p>Each asset was joined to a party by identifier, name or the evidence of who made it; each dealing with it was asked of the law in the world as it is and in the world assumed, on every day named above. Ownership was carried by each regime’s own test. Nothing was estimated: a figure is the user’s own, or somebody’s named here, or it is “not known”.</p>
<p>Not looked at: anything that the files did not hold, ownership that nobody has published, and the law after the day on which each provision was last checked. The same input gives the same bytes.</p>
<p class="note">Known as of ${day(first.known)} · register ${first.register.slice(0, 16)} · engine ${first.engine}</p>
${
  first.versions.length === 0
    ? html`<p>The casebook alone was used; no official list was held. Run <code>aftershock update</code> for the full lists.</p>`
    : longTable(
        'List versions used',
        ['List', 'Published', 'Entries', 'sha256'],
        first.versions.map((version) => [
          version.source,
          day(version.published),
          numberText(version.entries),
          html`<code>${version.sha256.slice(0, 16)}</code>`,
        ]),
        { shown: 30, numeric: [2] },
      )
}
${
  sources.size === 0
    ? ''
    : table(
        'Sources of the provisions that applied',
        ['Provision and where it was read', 'How far it was looked up'],
        [...sources].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, verified]) => [title, verified]),
      )
}
<p class="note">Verified: seen in a stored copy of the source. ${flag('secondary')} seen in somebody’s account of it. ${flag('from memory')} not looked up. ${flag('invented')} supposed in this rehearsal. Facts without a flag are verified or the user’s own.</p>`;
}
