import type { MatrixCell, MatrixRow, Party } from '../../api/types.generated.ts';
import type { MessageKey } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import type { ActorChoice } from '../../parts/actors.ts';
import { dayInWords } from '../../parts/day.tsx';
import { EffectMark } from '../../parts/effect-mark.tsx';
import { PathText } from '../../parts/path-text.tsx';
import { useVerification } from '../../parts/source-mark.tsx';

/** Each regime alone: since when, with what effect for the actor, on what citation; and what it does not forbid. */
export function StatusByRegime({ party, actor }: { readonly party: Party; readonly actor: ActorChoice }) {
  const { say, language } = useMessages();
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">{say('partyMatrix')}</h2>
      {party.matrix.length > 0 && (
        <>
          <p className="quiet">
            {say('partyMatrixCaption', { actor: say(actor.label), day: dayInWords(party.on, language) })}
          </p>
          <ul className="regimes plain">
            {party.matrix.map((row) => (
              <RegimeRow key={row.regime} row={row} />
            ))}
          </ul>
        </>
      )}
      <p className="quiet wide">
        {say('partyElsewhere')}: {party.elsewhere.map(({ short }) => short).join(', ')}.
      </p>
    </section>
  );
}

function RegimeRow({ row }: { readonly row: MatrixRow }) {
  const { say, language } = useMessages();
  const verification = useVerification();
  const holds = row.standing === 'listed' || row.standing === 'derived' || row.standing === 'undetermined';
  const day = (text: string | undefined) => (text ? dayInWords(text, language) : say('partySinceUnknown'));
  const entry = row.entries.find(({ from }) => from === row.since) ?? row.entries[0];
  return (
    <li className={holds ? 'regime' : 'regime past'}>
      <div className="regime-head">
        <h3>
          {row.short} <span className="quiet">{row.jurisdiction.toUpperCase()}</span>
        </h3>
        <p>
          {say(`standing ${row.standing}` as MessageKey, { since: day(row.since), until: day(row.until) })}
        </p>
      </div>
      <div className="regime-body">
        {entry && (
          <p className="quiet" lang="en">
            {entry.citation}
            {entry.programs.length > 0 && ` (${entry.programs.join(', ')})`}{' '}
            {entry.verified !== 'verified' && <em>{verification(entry.verified)}</em>}
          </p>
        )}
        {holds && <Effects cells={row.cells} />}
        {entry?.policy && <p>{say('partyPolicy', { policy: entry.policy })}</p>}
        {entry && entry.path.length > 0 && <PathText path={entry.path} />}
        {entry?.settle && <p>{say('partySettle', { settle: entry.settle })}</p>}
        {holds && row.doesNotDo.length > 0 && (
          <details>
            <summary>{say('partyNotForbidden')}</summary>
            <ul lang="en">
              {row.doesNotDo.map((says) => (
                <li key={says}>{says}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

/** Activities by effect, the gravest first as the service orders effects. */
function Effects({ cells }: { readonly cells: readonly MatrixCell[] }) {
  const groups = Map.groupBy(cells, (cell) => cell.effect);
  const order = [...groups.keys()].sort((a, b) => Number(a === 'allowed') - Number(b === 'allowed'));
  return (
    <ul className="plain effects">
      {order.map((effect) => (
        <li key={effect}>
          <EffectMark effect={effect} />:{' '}
          <span lang="en">
            {groups
              .get(effect)!
              .map(({ activity }) => activity)
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
