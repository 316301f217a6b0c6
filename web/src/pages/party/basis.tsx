import type { Party } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { dayInWords } from '../../parts/day.tsx';

/** What the page as a whole rests on. */
export function Basis({ party }: { readonly party: Party }) {
  const { say, language } = useMessages();
  return (
    <p className="quiet">
      {say('partyNoSources')}{' '}
      {say('partyRegister', {
        hash: party.register.slice(0, 16),
        known: dayInWords(party.known, language),
      })}
    </p>
  );
}
