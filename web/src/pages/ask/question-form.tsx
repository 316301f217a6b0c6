import { useEffect, useState } from 'react';
import type { Vocabulary } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { actorOf, actors } from '../../parts/actors.ts';
import { DayField } from '../../parts/day-field.tsx';
import type { PageState } from '../../parts/page-state.ts';

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
  const [texts, setTexts] = useState(textsOf(state));
  useEffect(() => setTexts(textsOf(state)), [state]);
  const usual = new Set([
    ...actor.roles.split(',').flatMap((role) => words.usual[role] ?? []),
    ...(actor.activities?.split(',') ?? []),
  ]);
  const option = (word: Vocabulary['activities'][number]) => (
    <option key={word.word} value={word.word} title={word.says}>
      {word.phrase ?? word.word}
    </option>
  );
  const keep = () => {
    const changes = { party: texts.party.trim(), item: texts.item.trim() };
    onChange(Object.fromEntries(Object.entries(changes).map(([key, value]) => [key, value || undefined])));
  };
  const text = (key: keyof typeof texts, label: string, help?: string) => (
    <label className="field">
      <span>{label}</span>
      <input
        type="text"
        dir="auto"
        value={texts[key]}
        {...(help ? { placeholder: help } : {})}
        onChange={(event) => setTexts({ ...texts, [key]: event.target.value })}
        onBlur={keep}
      />
    </label>
  );
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <label className="field">
        <span>{say('actor')}</span>
        <select value={actor.id} onChange={(event) => onChange({ as: event.target.value })}>
          {actors.map((one) => (
            <option key={one.id} value={one.id}>
              {say(one.label)}
            </option>
          ))}
        </select>
      </label>
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
      {text('party', say('askParty'), say('askPartyHelp'))}
      <DayField label={say('askDay')} value={state['on'] ?? asOf} onChange={(on) => onChange({ on })} />
      {isOfGoods(activity) && text('item', say('askItem'))}
      <button type="submit" className="main-action">
        {say('askGo')}
      </button>
    </form>
  );
}

function textsOf(state: PageState) {
  return { party: state['party'] ?? '', item: state['item'] ?? '', eccn: state['eccn'] ?? '' };
}

function isOfGoods(activity: string): boolean {
  return !/secur|pay|property/.test(activity);
}
