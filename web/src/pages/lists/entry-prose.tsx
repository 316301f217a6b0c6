import type { ReactNode } from 'react';
import type { EntryDelta } from '../../api/types.generated.ts';
import type { MessageKey } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { NameText } from '../../parts/name-text.tsx';
import { PartyLink } from '../../parts/party-link.tsx';
import { Touched } from './touched.tsx';

const sentences: Readonly<Record<EntryDelta['state'], MessageKey>> = {
  added: 'listsSayAdded',
  removed: 'listsSayRemoved',
  changed: 'listsSayChanged',
};

/** Where the version that lacks the entry is an extract, nobody was seen to be put on a list or taken off it. */
const ofExtracts: Readonly<Record<EntryDelta['state'], MessageKey>> = {
  ...sentences,
  added: 'listsSayNew',
  removed: 'listsSayLacking',
};

/** One entry's change as a sentence: who, what, on which list. */
export function EntryProse({
  entry,
  regimes,
  isExtract,
}: {
  readonly entry: EntryDelta;
  readonly regimes: Readonly<Record<string, string>>;
  /** The version without the entry holds a part of the list only: what it lacks may have been on it all the same. */
  readonly isExtract: boolean;
}) {
  const { say } = useMessages();
  const name = entry.party ? (
    <PartyLink id={entry.party} caption={entry.name} />
  ) : (
    <NameText>{entry.name}</NameText>
  );
  const lists =
    entry.regimes.length > 0 ? entry.regimes.map((id) => regimes[id] ?? id).join(', ') : entry.list;
  const programs = entry.changes[0]?.after ?? entry.changes[0]?.before;
  const detail =
    entry.state === 'changed'
      ? undefined
      : programs?.startsWith(`${entry.name} — `)
        ? programs.slice(entry.name.length + 3)
        : undefined;
  return (
    <li>
      {fill(say((isExtract ? ofExtracts : sentences)[entry.state]), {
        name,
        lists: <span lang="en">{lists}</span>,
        changes: <Changes changes={entry.changes} />,
      })}{' '}
      {detail && (
        <span className="quiet" lang="en">
          ({detail})
        </span>
      )}
      {entry.touches.map((touch) => (
        <Touched key={touch.portfolio} touch={touch} />
      ))}
    </li>
  );
}

function Changes({ changes }: { readonly changes: EntryDelta['changes'] }) {
  const { say } = useMessages();
  return (
    <span lang="en">
      {changes.map(({ kind, about, before, after }, index) => {
        const what = about ? `${kind} (${about})` : kind;
        const key = before && after ? 'listsBecame' : after ? 'listsGained' : 'listsLost';
        return (
          <span key={`${kind} ${about} ${before} ${after}`}>
            {index > 0 && '; '}
            {fill(say(key), {
              what,
              before: <NameText>{before ?? ''}</NameText>,
              after: <NameText>{after ?? ''}</NameText>,
            })}
          </span>
        );
      })}
    </span>
  );
}

/** A message with marked-up values in the places of its names. */
function fill(message: string, values: Readonly<Record<string, ReactNode>>): ReactNode[] {
  return message.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    return name === undefined ? part : <span key={name}>{values[name]}</span>;
  });
}
