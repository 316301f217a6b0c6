import type { ReactNode } from 'react';
import { useMessages } from '../messages/messages.tsx';
import type { PageState } from './page-state.ts';

/** The field that filters a table by words, the choice of what is shown, and how much that is. */
export function FilterLine({
  name,
  label,
  choices,
  status,
  state,
  set,
}: {
  /** The word of the address that the choice is kept under. */
  readonly name: string;
  readonly label: string;
  /** Values with their labels; the empty one shows everything. */
  readonly choices: readonly (readonly [string, string])[];
  readonly status: ReactNode;
  readonly state: PageState;
  readonly set: (changes: PageState, options?: { readonly replace?: boolean }) => void;
}) {
  const { say } = useMessages();
  return (
    <p className="filter-line">
      <label>
        {say('filter')}
        <input
          type="search"
          value={state.filter ?? ''}
          onChange={(event) => set({ filter: event.target.value }, { replace: true })}
        />
      </label>
      <label>
        {label}
        <select
          value={state[name] ?? ''}
          onChange={(event) => set({ [name]: event.target.value }, { replace: true })}
        >
          {choices.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <span role="status" className="quiet">
        {status}
      </span>
    </p>
  );
}
