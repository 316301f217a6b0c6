import { type ReactNode, useState } from 'react';
import { useMessages } from '../messages/messages.tsx';
import { usePrinting } from './use-printing.ts';

/** The first of many, and a button for the rest; on paper all of them. */
export function FirstOf<Item>({
  items,
  most,
  children,
}: {
  readonly items: readonly Item[];
  readonly most: number;
  readonly children: (shown: readonly Item[]) => ReactNode;
}) {
  const { say } = useMessages();
  const [isAll, setAll] = useState(false);
  const isPrinting = usePrinting();
  const rest = items.length - most;
  // One or two more are shown rather than hidden behind a button.
  const shown = isAll || isPrinting || rest <= 2 ? items : items.slice(0, most);
  return (
    <>
      {children(shown)}
      {shown.length < items.length && (
        <p>
          <button type="button" onClick={() => setAll(true)}>
            {say('rehearseAll', { count: items.length })}
          </button>
        </p>
      )}
    </>
  );
}
