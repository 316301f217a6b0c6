import './party-field.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { get } from '../api/client.ts';
import type { SearchResult } from '../api/types.generated.ts';
import { useMessages } from '../messages/messages.tsx';
import { NameText } from './name-text.tsx';

/** Letters before possible matches are offered, and the pause in typing after which they are asked for. */
const fewestLetters = 2;
const pauseMilliseconds = 150;

/**
 * A party by name, id or identifier. Possible matches are offered while one writes, with the lists each is on; what is
 * written may also be taken as it stands. Nothing is chosen for the reader.
 */
export function PartyField({
  label,
  value,
  hint,
  onChoose,
}: {
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  readonly onChoose: (party: string) => void;
}) {
  const { say } = useMessages();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const asked = usePaused(text.trim());
  const isWritten = asked !== value && asked.length >= fewestLetters;
  const found = useQuery({
    queryKey: ['search', asked, 'offer'],
    enabled: isWritten,
    queryFn: ({ signal }) => get<SearchResult>('search', { q: asked, limit: '8' }, signal),
  });
  const offered = isWritten ? (found.data?.parties ?? []) : [];
  const choose = (party: string) => {
    if (party !== '' && party !== value) onChoose(party);
  };
  return (
    <ComboBox
      className="party-field"
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
      items={offered}
      inputValue={text}
      onInputChange={setText}
      defaultFilter={() => true}
      onChange={(key) => choose(key === null ? text.trim() : String(key))}
      onBlur={() => choose(text.trim())}
    >
      <Label>{label}</Label>
      <Input
        dir="auto"
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={(event) => {
          // With no choice pointed at, Enter takes what is written.
          const isPointed = event.currentTarget.hasAttribute('aria-activedescendant');
          if (event.key === 'Enter' && !isPointed) choose(text.trim());
        }}
      />
      <Popover className="party-choices" placement="bottom start">
        <ListBox<SearchResult['parties'][number]>
          aria-label={say('possibleMatches')}
          renderEmptyState={() => (
            <p className="party-choice quiet">{say(found.data && isWritten ? 'noPartyLike' : 'loading')}</p>
          )}
        >
          {({ id, caption, schema, countries, listedOn, listedPerhaps }) => (
            <ListBoxItem id={id} textValue={caption} className="party-choice">
              <NameText>{caption}</NameText>
              <small>
                {[schema, ...countries.map((code) => code.toUpperCase())].join(', ')} ·{' '}
                <span lang="en">
                  {listedOn.join(', ') ||
                    (listedPerhaps.length > 0
                      ? say('startListedPerhaps', { regimes: listedPerhaps.join(', ') })
                      : say('notListedItself'))}
                </span>
              </small>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** A text once nobody has written on it for a moment. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
}
