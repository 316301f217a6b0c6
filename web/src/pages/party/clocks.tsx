import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { get } from '../../api/client.ts';
import type { Lists, Party } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { ActorField } from '../../parts/actor-field.tsx';
import type { ActorChoice } from '../../parts/actors.ts';
import { dayInWords, dayNumber, dayOf } from '../../parts/day.tsx';
import { DayField } from '../../parts/day-field.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { TimeStrip } from './time-strip.tsx';

/** The address follows the slider after this pause, so that a drag is one step and not a hundred. */
const settleMilliseconds = 60;

/** The day, what was known, and who asks: the three that the whole page depends on. */
export function Clocks({
  party,
  on,
  known,
  actor,
  onChange,
}: {
  readonly party: Party;
  readonly on: string | undefined;
  readonly known: string | undefined;
  readonly actor: ActorChoice;
  onChange(changes: PageState, options?: { readonly replace?: boolean }): void;
}) {
  const { say, language } = useMessages();
  const id = useId();
  const shown = on ?? known ?? party.today;
  const [draft, setDraft] = useState(shown);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setDraft(shown), [shown]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const move = (day: string) => {
    setDraft(day);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => onChange({ on: day === party.today && known === undefined ? undefined : day }, { replace: true }),
      settleMilliseconds,
    );
  };
  const span = spanOf(party, draft);
  const days = [...new Set(party.moments.map(({ day }) => day))];
  const earlier = days.findLast((day) => day < draft);
  const later = days.find((day) => day > draft);
  return (
    <section className="clocks" aria-label={`${say('on')}, ${say('known')}, ${say('actor')}`}>
      <div className="clock-row">
        <DayField label={say('partyDay')} value={draft} onChange={(day) => move(day ?? party.today)} />
        <span className="clock-steps screen-only">
          <button type="button" disabled={!earlier} onClick={() => earlier && move(earlier)}>
            ‹ <span className="visually-hidden">{say('partyEarlierChange')}</span>
          </button>
          <button type="button" disabled={!later} onClick={() => later && move(later)}>
            › <span className="visually-hidden">{say('partyLaterChange')}</span>
          </button>
          <button type="button" disabled={draft === party.today} onClick={() => move(party.today)}>
            {say('today')}
          </button>
        </span>
        <KnownChoice known={known} onChange={onChange} />
        <ActorField label={say('actor')} value={actor.id} onChange={(as) => onChange({ as })} />
      </div>
      <TimeStrip party={party} on={draft} span={span}>
        <input
          id={id}
          type="range"
          className="screen-only"
          aria-label={say('partyDay')}
          aria-valuetext={dayInWords(draft, language)}
          min={dayNumber(span.from)}
          max={dayNumber(span.to)}
          step={1}
          value={dayNumber(draft)}
          onChange={(event) => move(dayOf(Number(event.target.value)))}
        />
      </TimeStrip>
    </section>
  );
}

/** The days on which a held list version was published are the ones on which knowledge changed. */
function KnownChoice({
  known,
  onChange,
}: {
  readonly known: string | undefined;
  onChange(changes: PageState): void;
}) {
  const { say, language } = useMessages();
  const lists = useQuery({
    queryKey: ['lists'],
    queryFn: ({ signal }) => get<Lists>('lists', {}, signal),
  });
  const years = Array.from({ length: 9 }, (_, index) => `${2018 + index}-01-01`);
  const today = lists.data?.today ?? '9999';
  const days = [...new Set([...(lists.data?.days ?? []), ...years, ...(known ? [known] : [])])]
    .filter((day) => day >= '2015' && day < today)
    .sort()
    .reverse();
  return (
    <label className="field">
      <span>{say('partyKnown')}</span>
      <select value={known ?? ''} onChange={(event) => onChange({ known: event.target.value || undefined })}>
        <option value="">{say('partyKnownLatest')}</option>
        {days.map((day) => (
          <option key={day} value={day}>
            {dayInWords(day, language)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** From a little before the first thing known to a little after today or the day shown. */
function spanOf({ moments, today }: Party, on: string): { readonly from: string; readonly to: string } {
  // Founding days decades ago would press everything else together.
  const first = moments.map(({ day }) => day).find((day) => day >= '2009') ?? today;
  const last = moments.at(-1)?.day ?? today;
  const from = [first, on].sort()[0]!;
  const to = [last, today, on].sort().at(-1)!;
  return { from: dayOf(dayNumber(from) - 120), to: dayOf(dayNumber(to) + 60) };
}
