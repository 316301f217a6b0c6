import type { Party } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { dayInWords } from '../../parts/day.tsx';

/** What the codes on the page stand for, and what the page as a whole rests on. */
export function Sources({
  party,
  also,
}: {
  readonly party: Party;
  readonly also: Readonly<Record<string, string>>;
}) {
  const { say, language } = useMessages();
  const sources = Object.entries({ ...also, ...party.sources }).sort(([a], [b]) =>
    a.replace(/\d+/, (digits) => digits.padStart(3, '0')) <
    b.replace(/\d+/, (digits) => digits.padStart(3, '0'))
      ? -1
      : 1,
  );
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{say('partySources')}</h2>
      <dl className="sources" lang="en">
        {sources.map(([code, title]) => (
          <div key={code}>
            <dt>{code}</dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        {say('partyNoSources')}{' '}
        {say('partyRegister', {
          hash: party.register.slice(0, 16),
          known: dayInWords(party.known, language),
        })}
      </p>
    </section>
  );
}
