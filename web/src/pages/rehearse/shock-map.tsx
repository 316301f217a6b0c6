import './shock-map.css';
import { useEffect, useId, useState } from 'react';
import type { Rehearsal, ShockMap as ShockMapData, ShockMark } from '../../api/types.generated.ts';
import type { MessageKey } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Amounts } from '../../parts/amounts.tsx';
import { EffectMark, effectLook } from '../../parts/effect-mark.tsx';
import { NameText } from '../../parts/name-text.tsx';
import { Opened } from '../../parts/opened.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { PartyLink } from '../../parts/party-link.tsx';
import { PathText } from '../../parts/path-text.tsx';

/**
 * How far the shock travels. The picture is for the eye and the mouse; the list beside it says the same and is for
 * everybody. What is chosen and whether before or after is shown stands in the address.
 */
export function ShockMap({
  rehearsal,
  state,
  set,
}: {
  readonly rehearsal: Rehearsal;
  readonly state: PageState;
  readonly set: (changes: PageState, options?: { readonly replace?: boolean }) => void;
}) {
  const { say } = useMessages();
  const { map } = rehearsal;
  const isBefore = state.view === 'before';
  const chosen = map.marks.findIndex((mark) => mark.id === state.mark);
  const choose = (mark: number) =>
    set({ mark: mark === chosen ? undefined : map.marks[mark]!.id }, { replace: true });
  return (
    <section className="shock" aria-labelledby="shock-map">
      <div className="shock-head">
        <h2 id="shock-map">{say('rehearseMap')}</h2>
        <fieldset className="switch screen-only">
          <legend className="visually-hidden">{say('rehearseShow')}</legend>
          {(['before', 'after'] as const).map((view) => (
            <label key={view}>
              <input
                type="radio"
                name="view"
                checked={(view === 'before') === isBefore}
                onChange={() => set({ view: view === 'before' ? 'before' : undefined }, { replace: true })}
              />
              <span>{say(view === 'before' ? 'rehearseBefore' : 'rehearseAfter')}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <div className="shock-body">
        <figure>
          <Picture map={map} isBefore={isBefore} chosen={chosen} choose={choose} />
          <figcaption className="quiet">{say('rehearseMapCaption')}</figcaption>
        </figure>
        <MarkList map={map} isBefore={isBefore} chosen={chosen} choose={choose} />
      </div>
      <div aria-live="polite">
        {chosen >= 0 ? (
          <MarkDetail
            mark={map.marks[chosen]!}
            on={rehearsal.scenario.on}
            close={() => set({ mark: undefined }, { replace: true })}
          />
        ) : (
          <p className="quiet screen-only">{say('rehearseMapHint')}</p>
        )}
      </div>
    </section>
  );
}

interface Choosing {
  readonly map: ShockMapData;
  readonly isBefore: boolean;
  readonly chosen: number;
  readonly choose: (mark: number) => void;
}

function useNarrow(): boolean {
  const query = '(max-width: 640px)';
  const [isNarrow, setNarrow] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const update = () => setNarrow(media.matches);
    media.addEventListener('change', update);
    return () => media.removeEventListener('change', update);
  }, []);
  return isNarrow;
}

function Picture({ map, isBefore, chosen, choose }: Choosing) {
  const { say } = useMessages();
  const isNarrow = useNarrow();
  const layout = isNarrow ? map.narrow : map.wide;
  const hatch = useId();
  const size = isNarrow ? 12 : 14;
  const { middle } = layout;
  const fill = (mark: ShockMark) => {
    const { token } = effectLook(isBefore ? mark.before : mark.after);
    return token === 'undetermined' ? `url(#${hatch})` : `var(--${token})`;
  };
  return (
    <svg
      className="shock-map"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={`${say('rehearseMap')}: ${map.caption}. ${say('rehearseMapCaption')}`}
    >
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" className="paper" />
          <path d="M0 0V5" stroke="currentColor" strokeWidth="1.6" />
        </pattern>
      </defs>
      {layout.rings.map(({ ring, radius }) => (
        <circle key={ring} className="ring" cx={middle.x} cy={middle.y} r={radius} />
      ))}
      <g className="lines">
        {layout.marks.map((place, index) => (
          <path
            key={map.marks[index]!.id}
            d={place.line}
            className={index === chosen ? 'chosen' : undefined}
          />
        ))}
      </g>
      {layout.rings.map(({ ring, radius }) => (
        <text
          key={ring}
          className="halo"
          x={middle.x}
          y={middle.y - radius + size / 3}
          fontSize={size - 1}
          textAnchor="middle"
        >
          {say(`ringWord ${ring}` as MessageKey)}
        </text>
      ))}
      <circle className={isBefore ? 'core before' : 'core'} cx={middle.x} cy={middle.y} r={layout.core} />
      {layout.marks.map((place, index) => {
        const mark = map.marks[index]!;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the mouse; the list beside does the same by keyboard.
          <circle
            key={mark.id}
            className={index === chosen ? 'mark chosen' : 'mark'}
            cx={place.x}
            cy={place.y}
            r={place.radius}
            style={{ fill: fill(mark) }}
            onClick={() => choose(index)}
          >
            <title>{mark.label}</title>
          </circle>
        );
      })}
      {layout.labels.map((label) => {
        const mark = map.marks[label.mark]!;
        const { sign } = effectLook(isBefore ? mark.before : mark.after);
        return (
          <g key={mark.id}>
            <path className="leader" d={label.leader} />
            <text x={label.x} y={label.y + size / 3} fontSize={size} textAnchor={label.side}>
              {sign} {label.text}
              {mark.count > 1 ? ` ${mark.count}` : ''}
            </text>
          </g>
        );
      })}
      {isNarrow &&
        layout.foremost.map((index, place) => {
          const at = layout.marks[index]!;
          const angle = Math.atan2(at.y - middle.y, at.x - middle.x);
          const out = at.radius + size * 0.7;
          return (
            <text
              key={map.marks[index]!.id}
              className="halo"
              x={at.x + out * Math.cos(angle)}
              y={at.y + out * Math.sin(angle) + size / 3}
              fontSize={size}
              fontWeight={600}
              textAnchor="middle"
            >
              {place + 1}
            </text>
          );
        })}
      <text
        className="halo"
        x={middle.x}
        y={middle.y + layout.core + size}
        fontSize={size + 2}
        fontWeight={600}
        textAnchor="middle"
      >
        {map.epicentre}
      </text>
    </svg>
  );
}

function MarkList({ map, isBefore, chosen, choose }: Choosing) {
  const { say } = useMessages();
  const first = new Map(map.narrow.foremost.map((mark, index) => [mark, index + 1]));
  const rings = ['yours', 'branded', 'owned'] as const;
  const order = (a: number, b: number) =>
    (first.get(a) ?? 99) - (first.get(b) ?? 99) || map.marks[b]!.count - map.marks[a]!.count;
  return (
    <section className="mark-list" aria-label={say('rehearseMapList')}>
      {rings.map((ring) => {
        const members = map.marks
          .map((mark, index) => ({ mark, index }))
          .filter(({ mark }) => mark.ring === ring)
          .sort((a, b) => order(a.index, b.index));
        return members.length === 0 ? null : (
          <div key={ring}>
            <h3>
              {say(`ring ${ring}` as MessageKey)} <span className="quiet">{members.length}</span>
            </h3>
            <ul className="plain">
              {members.map(({ mark, index }) => (
                <li key={mark.id}>
                  <button
                    type="button"
                    className="mark-line"
                    aria-pressed={index === chosen}
                    onClick={() => choose(index)}
                  >
                    <span className="mark-number narrow-only" aria-hidden="true">
                      {first.get(index)}
                    </span>
                    <span className="mark-name">
                      <NameText>{mark.label}</NameText>
                      {mark.kind && <span className="quiet"> ({mark.kind})</span>}
                      {mark.count > 1 && <span className="quiet"> {mark.count}</span>}
                    </span>
                    <EffectMark effect={isBefore ? mark.before : mark.after} />
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function MarkDetail({
  mark,
  on,
  close,
}: {
  readonly mark: ShockMark;
  readonly on: string;
  readonly close: () => void;
}) {
  const { say } = useMessages();
  const party = mark.id.startsWith('party ') ? mark.id.slice('party '.length) : undefined;
  return (
    <Opened label={mark.label}>
      <h3>
        <NameText>{mark.label}</NameText>
        {party && (
          <>
            {' '}
            <span className="quiet">
              (<PartyLink id={party} caption={say('rehearseOpenParty')} keep={{ on }} />)
            </span>
          </>
        )}
      </h3>
      <p lang="en">{mark.detail}</p>
      <p>
        <EffectMark effect={mark.before} /> → <EffectMark effect={mark.after} />
        {mark.count > 1 && <> · {say('rehearseItems', { count: mark.count })}</>}
        {mark.values.length > 0 && (
          <>
            {' '}
            · <Amounts values={mark.values} />
          </>
        )}
      </p>
      <div lang="en">
        <p>{mark.because}</p>
        <PathText path={mark.path} />
        <p className="quiet">{mark.citation}</p>
      </div>
      <button type="button" className="screen-only" onClick={close}>
        {say('rehearseClose')}
      </button>
    </Opened>
  );
}
