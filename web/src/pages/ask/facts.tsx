import { useId } from 'react';
import type { Answer, FactWord, Vocabulary } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { factsOf, stateFact } from './fact-state.ts';

/** The facts that matter to this answer: those stated, and those that would change it, each with what they would do. */
export function Facts({
  answer,
  state,
  words,
  onChange,
}: {
  readonly answer: Answer;
  readonly state: PageState;
  readonly words: Vocabulary;
  onChange(changes: PageState): void;
}) {
  const { say } = useMessages();
  const stated = factsOf(state);
  const open = answer.unknowns.filter(({ fact }) => stated[fact] === undefined);
  const wordOf = (fact: string): FactWord | undefined => {
    const plain = { word: fact, says: fact, ask: fact };
    if (fact === 'item kind')
      return { ...plain, kind: 'word', values: words.itemKinds.map(({ word }) => word) };
    if (fact === 'eccn' || fact === 'origin') return { ...plain, kind: 'text' };
    // Told from the currency or the link with the country; the latter is what one can state of it.
    const statedAs = fact === 'through US banks' ? 'us nexus' : fact;
    return words.facts.find(({ word }) => word === statedAs);
  };
  const isAny = open.length > 0 || Object.keys(stated).length > 0;
  if (!isAny) return null;
  return (
    <section className="screen-facts">
      <h3>{say('askMatters')}</h3>
      <p className="quiet screen-only">{say('askMattersLead')}</p>
      <ul className="fact-list plain">
        {Object.entries(stated).map(([fact, value]) => {
          const word = wordOf(fact);
          return (
            word && <FactField key={fact} word={word} value={value} wouldChange="" onChange={onChange} />
          );
        })}
        {open.map(({ fact, question, wouldChange }) => {
          const word = wordOf(fact);
          // What has no word cannot be stated here; that it matters is said all the same.
          return word ? (
            <FactField
              key={fact}
              word={{ ...word, ask: question }}
              value=""
              wouldChange={wouldChange}
              onChange={onChange}
            />
          ) : (
            <li key={fact} lang="en">
              <span>{question}</span>
              <span />
              <span className="quiet">{wouldChange}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function FactField({
  word,
  value,
  wouldChange,
  onChange,
}: {
  readonly word: FactWord;
  readonly value: string;
  readonly wouldChange: string;
  onChange(changes: PageState): void;
}) {
  const { say } = useMessages();
  const id = useId();
  const choices = word.kind === 'yes or no' ? ['yes', 'no'] : (word.values ?? []);
  const label = (choice: string) =>
    word.kind === 'yes or no' ? say(choice === 'yes' ? 'askYes' : 'askNo') : choice;
  return (
    <li>
      <label htmlFor={id} lang="en">
        {word.ask}
      </label>
      {choices.length > 0 ? (
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(stateFact(word.word, event.target.value))}
        >
          <option value="">{say('askNotStated')}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {label(choice)}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          type="text"
          defaultValue={value}
          onBlur={(event) => onChange(stateFact(word.word, event.target.value.trim()))}
          onKeyDown={(event) =>
            event.key === 'Enter' && onChange(stateFact(word.word, event.currentTarget.value.trim()))
          }
        />
      )}
      {wouldChange && (
        <span className="quiet" lang="en">
          {wouldChange}
        </span>
      )}
    </li>
  );
}
