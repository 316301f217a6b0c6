import { Link } from '@tanstack/react-router';
import type { Party } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { ActorChoice } from '../../parts/actors.ts';
import { dayInWords } from '../../parts/day.tsx';
import { EffectMark } from '../../parts/effect-mark.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { useVerification } from '../../parts/source-mark.tsx';

/** What the actor may do with the party, all regimes together. */
export function Dealings({ party, actor }: { readonly party: Party; readonly actor: ActorChoice }) {
  const { say, language } = useMessages();
  const verification = useVerification();
  return (
    <section aria-labelledby="dealings">
      <h2 id="dealings">{say('partyDealings')}</h2>
      <ScrollBox label={say('partyDealings')}>
        <table className="stacks">
          <caption>
            {say('partyDealingsCaption', {
              actor: say(actor.label),
              day: dayInWords(party.on, language),
            })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{say('partyDealing')}</th>
              <th scope="col">{say('partyAnswer')}</th>
              <th scope="col">{say('partyRestsOn')}</th>
              <th scope="col" className="screen-only">
                <span className="visually-hidden">{say('partyDetail')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {party.activities.map((one) => (
              <tr key={one.activity}>
                <th scope="row" lang="en">
                  {one.says}
                </th>
                <td data-label={say('partyAnswer')}>
                  <div>
                    <EffectMark effect={one.effect} />
                  </div>
                  {one.policy && <div className="quiet">{say('partyPolicy', { policy: one.policy })}</div>}
                  {one.unknowns[0] && (
                    <div className="quiet">
                      {say(one.effect === 'undetermined' ? 'partyNeeds' : 'partyCouldChange', {
                        question: one.unknowns[0],
                      })}
                    </div>
                  )}
                </td>
                <td lang="en" data-label={say('partyRestsOn')}>
                  {one.lead ? (
                    <span>
                      {one.lead.short}, {one.lead.citation}{' '}
                      {one.lead.verified !== 'verified' && (
                        <em className="quiet">{verification(one.lead.verified)}</em>
                      )}
                    </span>
                  ) : (
                    // Where it is open, what it needs is said; that no rule bars it is not known.
                    one.effect === 'allowed' && <span className="quiet">{say('partyNoRule')}</span>
                  )}
                </td>
                <td className="screen-only">
                  <Link
                    to="/ask"
                    search={{
                      as: actor.id,
                      activity: one.activity,
                      party: party.id,
                      ...(party.on === party.today ? {} : { on: party.on }),
                    }}
                    aria-label={`${say('partyDetail')}: ${one.says}`}
                  >
                    {say('partyDetail')}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
