import type { Namesake } from '../api/types.generated.ts';
import { useMessages } from '../messages/messages.tsx';
import { FirstOf } from './first-of.tsx';
import type { PageState } from './page-state.ts';
import { PartyLink } from './party-link.tsx';

/** Entries of the same name that are kept apart: what is said of this one is not said of them, nor the other way round. */
export function Namesakes({
  namesakes,
  keep,
}: {
  readonly namesakes: readonly Namesake[];
  readonly keep: PageState;
}) {
  const { say } = useMessages();
  if (namesakes.length === 0) return null;
  return (
    <section aria-labelledby="namesakes" className="namesakes">
      <h2 id="namesakes">{say('partyNamesakes')}</h2>
      <p>{say('partyNamesakesLead')}</p>
      <FirstOf items={namesakes} most={12}>
        {(shown) => (
          <ul>
            {shown.map((one) => (
              <li key={one.party}>
                <PartyLink id={one.party} caption={one.caption} keep={keep} />{' '}
                <span lang="en">{one.listedOn.join(', ')}</span>{' '}
                <span className="quiet">
                  <bdi>{one.party}</bdi>
                </span>
              </li>
            ))}
          </ul>
        )}
      </FirstOf>
    </section>
  );
}
