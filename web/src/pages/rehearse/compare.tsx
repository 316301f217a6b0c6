import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../api/client.ts';
import type { Rehearsal, Scenarios } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { AmountsByKind } from '../../parts/amounts.tsx';
import { EffectMark } from '../../parts/effect-mark.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { Failure, Waiting } from '../../parts/query-state.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';

/** The same portfolios under every scenario that ships: the ladder of steps side by side, each as a link. */
export function Compare({ words, state }: { readonly words: Scenarios; readonly state: PageState }) {
  const { say } = useMessages();
  const portfolio = state.portfolio;
  const results = useQueries({
    queries: words.scenarios.map(({ id }) => ({
      queryKey: ['rehearse', { scenario: id, ...(portfolio ? { portfolio } : {}) }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        get<Rehearsal>('rehearse', { scenario: id, portfolio }, signal),
      staleTime: 600_000,
    })),
  });
  const failed = results.find(({ error }) => error);
  if (failed) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  const first = results.find(({ data }) => data)?.data;
  if (!first) return <Waiting />;
  return (
    <>
      <p>{say('rehearseCompareLead')}</p>
      <ScrollBox label={say('rehearseCompare')}>
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">{say('rehearseScenario')}</th>
              {first.portfolios.map((one) => (
                <th key={one.id} scope="col">
                  <bdi>{one.title}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {words.scenarios.map((scenario, index) => (
              <tr key={scenario.id}>
                <th scope="row" lang="en">
                  <Link to="/rehearse" search={{ scenario: scenario.id, portfolio, compare: 'yes' }}>
                    {scenario.title}
                  </Link>
                </th>
                {first.portfolios.map((one) => {
                  const cell = results[index]?.data?.portfolios.find(({ id }) => id === one.id);
                  return (
                    <td key={one.id}>
                      {cell ? (
                        <>
                          {say('rehearseHeadline', { changed: cell.changedAssets, assets: cell.assets })}
                          <br />
                          <small>
                            <AmountsByKind valuesByKind={cell.valuesByKind} />
                          </small>
                          {cell.after.effects
                            .filter(({ effect }) => effect !== 'allowed')
                            .slice(0, 3)
                            .map(({ effect, assets }) => (
                              <span key={effect} className="step">
                                <EffectMark effect={effect} /> {assets}
                              </span>
                            ))}
                        </>
                      ) : (
                        <span className="quiet">{say('loading')}</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
