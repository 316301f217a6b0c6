import { escapeMarkup } from '../formats/index.ts';
import { type Day, dayInWords, dayNumber } from '../model/index.ts';

/** A period of the timeline: a listing or licence assumed; without an end it goes on. */
export interface TimelineBar {
  readonly label: string;
  readonly kind: 'listing' | 'licence' | 'other';
  readonly from: Day;
  readonly until?: Day;
}

const width = 900;
const left = 300;
const rowHeight = 26;

/**
 * The assumptions as bars over time, with the days of the user's own deadlines as ticks under them. As SVG text; the
 * table of days beside it says the same.
 */
export function timelineSvg(bars: readonly TimelineBar[], deadlines: readonly Day[]): string {
  if (bars.length === 0) return '';
  const days = [...bars.flatMap(({ from, until }) => [from, until ?? from]), ...deadlines].map(dayNumber);
  const first = days.reduce((a, b) => Math.min(a, b));
  const last = days.reduce((a, b) => Math.max(a, b), first + 30);
  const x = (day: Day) =>
    Math.round((left + ((dayNumber(day) - first) / (last - first)) * (width - left - 90)) * 10) / 10;
  const rows = bars.map((bar, index) => {
    const y = 24 + index * rowHeight;
    const end = bar.until === undefined ? width - 20 : x(bar.until);
    const style =
      bar.kind === 'licence'
        ? 'fill="none" stroke="currentColor" stroke-dasharray="4 2"'
        : 'fill="currentColor" fill-opacity=".75"';
    return `<text x="0" y="${y + 12}" font-size="13" fill="currentColor">${escapeMarkup(shorten(bar.label))}</text><rect x="${x(bar.from)}" y="${y}" width="${Math.max(3, Math.round((end - x(bar.from)) * 10) / 10)}" height="14" ${style}><title>${escapeMarkup(`${bar.label}: from ${dayInWords(bar.from)}${bar.until === undefined ? ' on' : ` to ${dayInWords(bar.until)}`}`)}</title></rect>${bar.until === undefined ? `<path d="M${width - 20} ${y}l10 7l-10 7z" fill="currentColor" fill-opacity=".75"/>` : ''}`;
  });
  const bottom = 24 + bars.length * rowHeight + 8;
  const ticks = [...new Set(deadlines)]
    .sort()
    .map(
      (day) =>
        `<path d="M${x(day)} ${bottom}v10" stroke="currentColor"><title>${dayInWords(day)}</title></path>`,
    )
    .join('');
  const starts = [...new Set(bars.map(({ from }) => from))].sort();
  const names = apart(starts.map((day) => ({ day, at: x(day) })))
    .map(
      ({ day, at }) => `<text x="${at}" y="13" font-size="12" fill="currentColor">${dayInWords(day)}</text>`,
    )
    .join('');
  const height = bottom + 34;
  return `<svg class="timeline" viewBox="0 0 ${width} ${height}" role="img" aria-label="Assumptions over time; the table of days says the same." xmlns="http://www.w3.org/2000/svg">${names}${rows.join('')}<path d="M${left} ${bottom}H${width - 10}" stroke="currentColor" stroke-opacity=".5"/>${ticks}<text x="0" y="${bottom + 8}" font-size="13" fill="currentColor">${deadlines.length > 0 ? 'your own deadlines' : ''}</text></svg>`;
}

/** Names of days that would stand on one another are left out; the table has them. */
function apart(days: readonly { readonly day: Day; readonly at: number }[]) {
  let free = -1;
  return days.filter(({ at }) => {
    if (at < free || at > width - 90) return false;
    free = at + 110;
    return true;
  });
}

function shorten(text: string): string {
  const signs = [...text];
  return signs.length <= 42 ? text : `${signs.slice(0, 41).join('')}…`;
}
