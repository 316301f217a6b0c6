import type { ReactNode } from 'react';
import type { Party } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { dayInWords, dayNumber } from '../../parts/day.tsx';

interface Lane {
  readonly regime: string;
  readonly short: string;
  readonly bars: readonly { readonly from: string; readonly until: string | undefined }[];
}

/** Listings as bars over the years, with the day as a line through all of them: the seismograph of a party. */
export function TimeStrip({
  party,
  on,
  span,
  children,
}: {
  readonly party: Party;
  readonly on: string;
  readonly span: { readonly from: string; readonly to: string };
  /** The slider, which shares the scale. */
  readonly children: ReactNode;
}) {
  const { say, language } = useMessages();
  const [start, end] = [dayNumber(span.from), dayNumber(span.to)];
  const at = (day: string) =>
    `${(Math.min(1, Math.max(0, (dayNumber(day) - start) / (end - start))) * 100).toFixed(3)}%`;
  const lanes = lanesOf(party);
  const years: string[] = [];
  const step = end - start > 365 * 12 ? 2 : 1;
  for (let year = Number(span.from.slice(0, 4)) + 1; year <= Number(span.to.slice(0, 4)); year += step)
    years.push(`${year}-01-01`);
  return (
    <div className="strip">
      <div className="strip-row">
        <span className="strip-label quiet">{dayInWords(on, language)}</span>
        <div className="strip-slider">{children}</div>
      </div>
      <div className="strip-row" aria-hidden="true">
        <span className="strip-label quiet">{say('partyEvents')}</span>
        <div className="strip-track">
          {party.moments
            .filter(({ kind, day }) => (kind === 'event' || kind === 'deadline') && day >= span.from)
            .map(({ day, kind, text }) => (
              <i
                key={`${day} ${text}`}
                className={kind === 'deadline' ? 'strip-tick deadline' : 'strip-tick'}
                style={{ insetInlineStart: at(day) }}
                title={`${dayInWords(day, language)}: ${text}`}
              />
            ))}
          <i className="strip-now" style={{ insetInlineStart: at(on) }} />
        </div>
      </div>
      {lanes.map((lane) => (
        <div className="strip-row" key={lane.regime} aria-hidden="true">
          <span className="strip-label">{lane.short}</span>
          <div className="strip-track">
            {lane.bars.map(({ from, until }) => {
              const holds = from <= on && (until === undefined || on <= until);
              const right = at(until ?? span.to);
              return (
                <i
                  key={from}
                  className={holds ? 'strip-bar holds' : 'strip-bar'}
                  style={{ insetInlineStart: at(from), width: `calc(${right} - ${at(from)})` }}
                  title={`${dayInWords(from, language)} – ${until ? dayInWords(until, language) : ''}`}
                />
              );
            })}
            <i className="strip-now" style={{ insetInlineStart: at(on) }} />
          </div>
        </div>
      ))}
      <div className="strip-row" aria-hidden="true">
        <span className="strip-label" />
        <div className="strip-track years quiet">
          {years.map((year) => (
            <span key={year} style={{ insetInlineStart: at(year) }}>
              {year.slice(0, 4)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Own listings only: what ownership derives depends on the day and is told in the table. */
function lanesOf({ matrix }: Party): Lane[] {
  return matrix
    .map(({ regime, short, entries }) => ({
      regime,
      short,
      bars: entries
        .filter((entry) => entry.via === undefined && (entry.from ?? entry.seen) !== undefined)
        .map(({ from, seen, until }) => ({ from: from ?? seen ?? '', until })),
    }))
    .filter(({ bars }) => bars.length > 0)
    .sort((a, b) => (a.bars[0]!.from < b.bars[0]!.from ? -1 : 1));
}
