import type { Party, Provenance } from '../../api/types.generated.ts';
import type { MessageKey } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { DayText } from '../../parts/day.tsx';
import { SourceMark } from '../../parts/source-mark.tsx';

interface Happening {
  readonly key: string;
  readonly day: string;
  readonly shown: string;
  readonly status: string;
  readonly text: string;
  /** That of an event of the casebook, whose text is English; what a list says is told in the language of the page. */
  readonly provenance: Provenance | undefined;
}

/** Reports, proposals, listings and deadlines up to the day, and the deadlines ahead of it. */
export function Timeline({ party }: { readonly party: Party }) {
  const { say } = useMessages();
  const happenings = happeningsOf(party, say);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{say('partyTimeline')}</h2>
      {happenings.length === 0 && <p className="quiet">{say('partyTimelineNone')}</p>}
      <Happenings items={happenings} />
      {party.ahead.length > 0 && (
        <>
          <h3>{say('partyAhead')}</h3>
          <Happenings
            items={party.ahead.map((event) => ({ ...event, key: event.id, shown: event.dayText }))}
          />
        </>
      )}
    </section>
  );
}

function Happenings({ items }: { readonly items: readonly Happening[] }) {
  const { say } = useMessages();
  return (
    <ol className="timeline plain">
      {items.map((item) => (
        <li key={item.key} className={`happening ${item.status}`}>
          <DayText day={item.shown} />
          <span className="happening-status">{say(`event ${item.status}` as MessageKey)}</span>
          <span lang={item.provenance && 'en'}>
            {item.text} {item.provenance && <SourceMark provenance={item.provenance} />}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Events, and those listings that no event tells of, newest first. */
function happeningsOf(party: Party, say: ReturnType<typeof useMessages>['say']): Happening[] {
  const events = party.timeline.map(({ id, day, dayText, status, text, provenance }): Happening => {
    return { key: id, day, shown: dayText, status, text, provenance };
  });
  const told = new Set(
    party.timeline.flatMap(({ day, regimes }) => regimes.map((regime) => `${day} ${regime}`)),
  );
  const listings = party.matrix.flatMap(({ regime, short, entries }) =>
    entries
      .filter((entry) => entry.via === undefined)
      .flatMap(({ from, seen, until, citation }): Happening[] => {
        const happening = (day: string | undefined, status: string, text: string): Happening[] =>
          day === undefined || day > party.on || told.has(`${day} ${regime}`)
            ? []
            : [{ key: `${regime} ${status} ${day}`, day, shown: day, status, text, provenance: undefined }];
        return [
          // The day of a version is no day of listing: the entry may be older by years.
          ...(from === undefined
            ? happening(seen, 'seen', `${say('partySeen', { regime: short })} (${citation})`)
            : happening(from, 'listed', `${say('partyBegins', { regime: short })} (${citation})`)),
          ...happening(until, 'ended', say('partyEnds', { regime: short })),
        ];
      }),
  );
  return [...events, ...listings].sort((a, b) =>
    a.day > b.day ? -1 : a.day < b.day ? 1 : a.key < b.key ? -1 : 1,
  );
}
