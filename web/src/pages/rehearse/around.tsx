import { useQuery } from '@tanstack/react-query';
import { memo, useRef } from 'react';
import { get } from '../../api/client.ts';
import type { Rehearsal, Sensitivity } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Amounts } from '../../parts/amounts.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { EffectMark } from '../../parts/effect-mark.tsx';
import { FirstOf } from '../../parts/first-of.tsx';
import { NameText } from '../../parts/name-text.tsx';
import { PartyLink } from '../../parts/party-link.tsx';
import { PathText } from '../../parts/path-text.tsx';
import { QueryState } from '../../parts/query-state.tsx';
import { useNear } from '../../parts/use-near.ts';

/**
 * Parties that are caught, or may be, without being named. As the two below, it depends on the result alone and is not
 * drawn anew while the next one is awaited.
 */
export const Reached = memo(({ rehearsal }: { readonly rehearsal: Rehearsal }) => {
  const { say } = useMessages();
  const on = rehearsal.scenario.on;
  return (
    <section aria-labelledby="reached">
      <h2 id="reached">{say('rehearseReached')}</h2>
      {rehearsal.reached.length === 0 ? (
        <p>{say('rehearseNobody')}</p>
      ) : (
        <>
          <p>{say('rehearseReachedLead')}</p>
          <FirstOf items={rehearsal.reached} most={12}>
            {(shown) => (
              <ul className="reached plain">
                {shown.map((party) => (
                  <li key={`${party.party} ${party.result}`}>
                    <details className="on-screen">
                      <summary>
                        <NameText>{party.caption}</NameText>{' '}
                        {party.result === 'caught' ? (
                          say('rehearseCaught')
                        ) : (
                          <EffectMark effect="undetermined" />
                        )}{' '}
                        <small lang="en">{party.regimes.join(', ')}</small>
                      </summary>
                      <div lang="en">
                        <p>
                          <PartyLink id={party.party} caption={party.caption} keep={{ on }} />
                        </p>
                        <p>{party.because}</p>
                        <PathText path={party.path} />
                        {party.settle && (
                          <p>
                            <strong>{say('rehearseSettle')}</strong> {party.settle}
                          </p>
                        )}
                      </div>
                    </details>
                  </li>
                ))}
              </ul>
            )}
          </FirstOf>
        </>
      )}
    </section>
  );
});

/** What one would buy instead, with what stands against it. */
export const Substitutes = memo(({ rehearsal }: { readonly rehearsal: Rehearsal }) => {
  const { say } = useMessages();
  const rows = rehearsal.portfolios.find(({ substitutes }) => substitutes.length > 0)?.substitutes ?? [];
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="substitutes">
      <h2 id="substitutes">{say('rehearseSubstitutes')}</h2>
      <p>{say('rehearseSubstitutesLead')}</p>
      <DataTable
        label={say('rehearseSubstitutes')}
        rows={rows}
        rowKey={({ party }) => party}
        columns={[
          {
            label: say('rehearseMaker'),
            cell: ({ party, caption }) => (
              <PartyLink id={party} caption={caption} keep={{ on: rehearsal.scenario.on }} />
            ),
          },
          { label: say('rehearseBuyBefore'), cell: ({ before }) => <EffectMark effect={before} /> },
          { label: say('rehearseBuyAfter'), cell: ({ after }) => <EffectMark effect={after} /> },
          {
            label: say('rehearseListed'),
            cell: ({ listings }) => <span lang="en">{listings.join(', ') || say('rehearseNowhere')}</span>,
          },
          { label: say('rehearseNote'), cell: ({ note }) => <small lang="en">{note}</small> },
        ]}
      />
    </section>
  );
});

/** Parties by the documented criteria they share with the designated one. */
export const NextInLine = memo(({ rehearsal }: { readonly rehearsal: Rehearsal }) => {
  const { say } = useMessages();
  if (rehearsal.next.length === 0) return null;
  return (
    <section aria-labelledby="next">
      <h2 id="next">{say('rehearseNext')}</h2>
      <p>{say('rehearseNextLead')}</p>
      <FirstOf items={rehearsal.next} most={8}>
        {(shown) => (
          <DataTable
            label={say('rehearseNext')}
            rows={shown}
            rowKey={({ party }) => party}
            columns={[
              {
                label: say('rehearseParty'),
                cell: ({ party, caption }) => (
                  <PartyLink id={party} caption={caption} keep={{ on: rehearsal.scenario.on }} />
                ),
              },
              { label: say('rehearseShared'), isNumber: true, cell: ({ shared }) => shared.length },
              {
                label: say('rehearseCriteria'),
                cell: ({ shared }) =>
                  shared.map((one) => (
                    <span key={one.criterion} className="criterion" lang="en">
                      {one.criterion}{' '}
                      <small>
                        ({one.source}
                        {one.verified === 'verified' ? '' : `, ${one.verified}`})
                      </small>
                    </span>
                  )),
              },
              {
                label: say('rehearseListed'),
                cell: ({ listings }) => <span lang="en">{listings.join(', ')}</span>,
              },
            ]}
          />
        )}
      </FirstOf>
    </section>
  );
});

/** What moves the result most; asked for only when somebody comes to it, since it asks everything again many times. */
export function WhatMovesIt({ asked }: { readonly asked: Readonly<Record<string, string>> }) {
  const { say } = useMessages();
  const section = useRef<HTMLElement>(null);
  const isNear = useNear(section);
  const query = useQuery({
    queryKey: ['sensitivity', asked],
    enabled: isNear,
    queryFn: ({ signal }) => get<Sensitivity>('rehearse/sensitivity', asked, signal),
  });
  return (
    <section ref={section} aria-labelledby="sensitivity">
      <h2 id="sensitivity">{say('rehearseSensitivity')}</h2>
      <p>{say('rehearseSensitivityLead')}</p>
      {query.data === undefined && <p className="print-only">{say('rehearseSensitivityUnasked')}</p>}
      <QueryState query={query}>
        {({ portfolios }) => {
          const moved = portfolios.filter(({ rows }) => rows.length > 0);
          if (moved.length === 0) return <p>{say('rehearseSensitivityNone')}</p>;
          return moved.map(({ id, title, rows }) => {
            const most = rows[0]!.dealings;
            return (
              <DataTable
                key={id}
                label={title}
                caption={<bdi>{title}</bdi>}
                rows={rows.slice(0, 5)}
                rowKey={({ what }) => what}
                columns={[
                  {
                    label: say('rehearseIf'),
                    cell: ({ what, dealings }) => (
                      <span lang="en">
                        {what}
                        <span
                          className="bar whole-bar thin"
                          aria-hidden="true"
                          style={{ width: `${(100 * dealings) / most}%` }}
                        />
                      </span>
                    ),
                  },
                  {
                    label: say('rehearseReadDifferently'),
                    isNumber: true,
                    cell: ({ dealings }) => dealings,
                  },
                  {
                    label: say('rehearseAmount'),
                    isNumber: true,
                    cell: ({ values }) => <Amounts values={values} />,
                  },
                ]}
              />
            );
          });
        }}
      </QueryState>
    </section>
  );
}
