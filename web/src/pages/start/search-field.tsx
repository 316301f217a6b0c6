import { useEffect, useState } from 'react';
import { useMessages } from '../../messages/messages.tsx';

/** The one field. It searches when one says so: what is typed halfway is nobody's name yet. */
export function SearchField({ value, onSearch }: { readonly value: string; onSearch(text: string): void }) {
  const { say } = useMessages();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <search>
      <form
        className="search-field"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(text.trim());
        }}
      >
        <label htmlFor="search-text">{say('startSearchLabel')}</label>
        <div className="search-row">
          <input
            id="search-text"
            type="search"
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            maxLength={300}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="main-action">
            {say('startSearch')}
          </button>
        </div>
      </form>
    </search>
  );
}
