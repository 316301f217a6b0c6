import type { MatrixRow, Party } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { dayInWords } from '../../parts/day.tsx';

/** Where the party stands on the day, in one or two sentences. */
export function Summary({ party }: { readonly party: Party }) {
  const { say, language } = useMessages();
  const named = (standing: MatrixRow['standing']) =>
    party.matrix
      .filter((row) => row.standing === standing)
      .map((row) => row.short)
      .join(', ');
  const [listed, derived, open, earlier] = [
    named('listed'),
    named('derived'),
    named('undetermined'),
    named('listed earlier'),
  ];
  return (
    <p className="lead" aria-live="polite">
      {say('partyOnDay', { day: dayInWords(party.on, language) })}:{' '}
      {listed && <strong>{say('partyListed', { regimes: listed })} </strong>}
      {derived && say(listed ? 'partyAlsoDerived' : 'partyDerived', { regimes: derived })}{' '}
      {open && say('partyUndetermined', { regimes: open })}{' '}
      {!listed && !derived && !open && say(party.on < party.today ? 'partyNotListedPast' : 'partyNotListed')}{' '}
      {earlier && say('partyEarlier', { regimes: earlier })}
    </p>
  );
}
