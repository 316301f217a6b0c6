import './ownership.css';
import { useState } from 'react';
import type { Owners, OwnershipEdge, OwnershipProof } from '../../api/types.generated.ts';
import type { MessageKey } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { DayText, dayInWords } from '../../parts/day.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { PartyLink } from '../../parts/party-link.tsx';
import { PathText } from '../../parts/path-text.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { SourceMark } from '../../parts/source-mark.tsx';
import { OwnershipPicture } from './ownership-picture.tsx';

/** Who owns it and what it owns, as a picture and as a list, with the proof by which each listing reaches it. */
export function Ownership({ owners, keep }: { readonly owners: Owners; readonly keep: PageState }) {
  const { say, language } = useMessages();
  const [shown, setShown] = useState<string>();
  const proof = owners.proofs.find(({ regime, result }) => `${regime} ${result}` === shown);
  return (
    <section aria-labelledby="ownership">
      <h2 id="ownership">{say('partyOwnership')}</h2>
      {owners.edges.length === 0 ? (
        <p className="quiet">{say('partyOwnershipNone')}</p>
      ) : (
        <>
          <p className="quiet">
            {say('partyOwnershipLead', { day: dayInWords(owners.on, language) })}{' '}
            {owners.left > 0 && say('partyOwnershipLeft', { count: owners.left })}
          </p>
          <OwnershipPicture owners={owners} proof={proof} keep={keep} />
          {owners.proofs.length > 0 && (
            <Proofs
              proofs={owners.proofs}
              shown={shown}
              onShow={(key) => setShown(key === shown ? undefined : key)}
            />
          )}
          <details>
            <summary>{say('partyLinks')}</summary>
            <LinkTable owners={owners} keep={keep} />
          </details>
        </>
      )}
    </section>
  );
}

function Proofs({
  proofs,
  shown,
  onShow,
}: {
  readonly proofs: readonly OwnershipProof[];
  readonly shown: string | undefined;
  onShow(key: string): void;
}) {
  const { say } = useMessages();
  return (
    <>
      <h3>{say('partyProofs')}</h3>
      <ul className="proofs plain">
        {proofs.map((proof) => {
          const key = `${proof.regime} ${proof.result}`;
          return (
            <li key={`${key} ${proof.listed}`}>
              <p>
                <strong>{proof.short}</strong>: {say(`proof ${proof.result}` as MessageKey)},{' '}
                {say('partyProofThrough', { listed: proof.listedName })}{' '}
                {proof.edges.length > 0 && (
                  <button
                    type="button"
                    className="link-button screen-only"
                    aria-pressed={shown === key}
                    onClick={() => onShow(key)}
                  >
                    {say(shown === key ? 'partyProofHide' : 'partyProofShow')}
                  </button>
                )}
              </p>
              <PathText path={proof.path} />
              {proof.settle && <p>{say('partySettle', { settle: proof.settle })}</p>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The same as the picture says, with periods and sources, and the links of other days. */
function LinkTable({ owners, keep }: { readonly owners: Owners; readonly keep: PageState }) {
  const { say } = useMessages();
  const captions = new Map(owners.nodes.map(({ id, caption }) => [id, caption]));
  const name = (id: string) => <PartyLink id={id} caption={captions.get(id) ?? id} keep={keep} />;
  const rows = [...owners.edges].sort((a, b) => Number(b.inForce) - Number(a.inForce));
  return (
    <ScrollBox label={say('partyLinks')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('partyOwner')}</th>
            <th scope="col">{say('partyOwned')}</th>
            <th scope="col">{say('partyShare')}</th>
            <th scope="col">{say('partyPeriod')}</th>
            <th scope="col">{say('partySource')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((edge) => (
            <tr key={edge.id} className={edge.inForce ? '' : 'past'}>
              <td>{name(edge.owner)}</td>
              <td>{name(edge.owned)}</td>
              <td lang="en">
                {edge.share ?? edge.kind}
                {edge.basis && edge.basis !== 'unstated' && <span className="quiet"> {edge.basis}</span>}
                {edge.disputed && <em className="quiet"> {say('partyDisputed')}</em>}
              </td>
              <td>
                <PeriodText edge={edge} />
                <div className="quiet">{say(edge.inForce ? 'partyInForce' : 'partyNotInForce')}</div>
              </td>
              <td>
                <SourceMark provenance={edge.provenance} />
                {edge.note && (
                  <div className="quiet" lang="en">
                    {edge.note}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function PeriodText({ edge }: { readonly edge: OwnershipEdge }) {
  const { say } = useMessages();
  if (!edge.from && !edge.until)
    return <>{edge.asOf ? say('partyStated', { day: edge.asOf }) : say('partyAlways')}</>;
  return (
    <>
      {edge.from && <DayText day={edge.from} />} – {edge.until && <DayText day={edge.until} />}
      {edge.asOf && <div className="quiet">{say('partyStated', { day: edge.asOf })}</div>}
    </>
  );
}
