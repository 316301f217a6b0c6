import { useEffect, useState } from 'react';
import type { Vocabulary } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { ActorField } from '../../parts/actor-field.tsx';
import { actorOf } from '../../parts/actors.ts';
import { DayField } from '../../parts/day-field.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { PartyField } from '../../parts/party-field.tsx';

/** Who, what, with whom, when. What is dealt in is asked for dealings in goods only. */
export function QuestionForm({
  state,
  words,
  asOf,
  onChange,
}: {
  readonly state: PageState;
  readonly words: Vocabulary;
  /** The day of the answer on view, which is today where the address names none. */
  readonly asOf: string | undefined;
  onChange(changes: PageState): void;
}) {
  const { say } = useMessages();
  const actor = actorOf(state['as']);
  const activity = state['activity'] ?? 'buy';
  const [item, setItem] = useState(state.item ?? '');
  useEffect(() => setItem(state.item ?? ''), [state.item]);
  const usual = new Set([
    ...actor.roles.split(',').flatMap((role) => words.usual[role] ?? []),
    ...(actor.activities?.split(',') ?? []),
  ]);
  const option = (word: Vocabulary['activities'][number]) => (
    <option key={word.word} value={word.word} title={word.says}>
      {word.phrase ?? word.word}
    </option>
  );
  const keep = () => onChange({ item: item.trim() || undefined });
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <ActorField label={say('actor')} value={actor.id} onChange={(as) => onChange({ as })} />
      <label className="field">
        <span>{say('askActivity')}</span>
        <select lang="en" value={activity} onChange={(event) => onChange({ activity: event.target.value })}>
          <optgroup label={say('askUsual')}>
            {words.activities.filter(({ word }) => usual.has(word)).map(option)}
          </optgroup>
          <optgroup label={say('askAll')}>
            {words.activities.filter(({ word }) => !usual.has(word)).map(option)}
          </optgroup>
        </select>
      </label>
      <PartyField
        label={say('askParty')}
        value={state.party ?? ''}
        hint={say('askPartyHelp')}
        onChoose={(party) => onChange({ party })}
      />
      <DayField
        label={say('askDay')}
        value={state['on'] ?? asOf}
        empty={say('today')}
        onChange={(on) => onChange({ on })}
      />
      {isOfGoods(activity) && (
        <label className="field">
          <span>{say('askItem')}</span>
          <input
            type="text"
            dir="auto"
            value={item}
            onChange={(event) => setItem(event.target.value)}
            onBlur={keep}
          />
        </label>
      )}
      <button type="submit" className="main-action">
        {say('askGo')}
      </button>
    </form>
  );
}

function isOfGoods(activity: string): boolean {
  return !/secur|pay|property/.test(activity);
}
