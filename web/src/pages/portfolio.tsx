import './portfolio/portfolio.css';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { get, Problem, remove } from '../api/client.ts';
import type { Portfolio, PortfolioList } from '../api/types.generated.ts';
import { useMessages } from '../messages/messages.tsx';
import { DataTable } from '../parts/data-table.tsx';
import { dayInWords } from '../parts/day.tsx';
import { DayField } from '../parts/day-field.tsx';
import { EffectMark } from '../parts/effect-mark.tsx';
import { FirstOf } from '../parts/first-of.tsx';
import { NameText } from '../parts/name-text.tsx';
import { usePageState } from '../parts/page-state.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { Failure, QueryState } from '../parts/query-state.tsx';
import { codesOfPaths, SourceList } from '../parts/source-list.tsx';
import { useHash } from '../parts/use-hash.ts';
import { useKinds } from '../parts/use-kinds.ts';
import { AddFiles } from './portfolio/add-files.tsx';
import { Duties } from './portfolio/duties.tsx';
import { Inventory } from './portfolio/inventory.tsx';
import { SiteMap } from './portfolio/site-map.tsx';

/** One portfolio where the address names one, else all of them and the way to add one. */
export function PortfolioPage() {
  const { id } = useParams({ strict: false }) as { readonly id?: string };
  return id === undefined ? <AllPortfolios /> : <OnePortfolio key={id} id={id} />;
}

function AllPortfolios() {
  const { say } = useMessages();
  const kindsInWords = useKinds();
  const query = useQuery({
    queryKey: ['portfolios'],
    queryFn: ({ signal }) => get<PortfolioList>('portfolios', {}, signal),
  });
  return (
    <>
      <PageTitle>{say('portfolioTitle')}</PageTitle>
      <p className="lead">{say('portfolioLead')}</p>
      <h2>{say('portfolioHeld')}</h2>
      <QueryState query={query}>
        {({ portfolios }) => (
          <ul className="plain portfolio-list">
            {portfolios.map((one) => (
              <li key={one.id}>
                <Link to="/portfolios/$id" params={{ id: one.id }}>
                  <NameText>{one.title}</NameText>
                </Link>
                <br />
                <small>
                  {say('portfolioAssets', { count: one.assets })} ({kindsInWords(one.kinds)})
                  {one.sites > 0 && `, ${say('portfolioSites', { count: one.sites })}`} ·{' '}
                  <span lang="en">{rolesInWords(one.actor.roles)}</span>
                </small>
              </li>
            ))}
          </ul>
        )}
      </QueryState>
      <AddFiles />
    </>
  );
}

function OnePortfolio({ id }: { readonly id: string }) {
  const { say, language } = useMessages();
  const [state, set] = usePageState();
  const query = useQuery({
    queryKey: ['portfolio', id, state.on],
    queryFn: ({ signal }) => get<Portfolio>(`portfolios/${encodeURIComponent(id)}`, { on: state.on }, signal),
    placeholderData: keepPreviousData,
  });
  useHash(query.data !== undefined);
  if (query.error instanceof Problem && query.error.status === 404)
    return <NoPortfolio error={query.error} id={id} />;
  const relabelled =
    query.data?.inventory.reduce((sum, one) => sum + (one.relabelled ? one.count : 0), 0) ?? 0;
  return (
    <QueryState query={query}>
      {(portfolio) => (
        <>
          <PageTitle>{portfolio.title}</PageTitle>
          <p>
            {say('portfolioAskedAs', {
              roles: rolesInWords(portfolio.actor.roles),
              jurisdiction: portfolio.actor.jurisdictions.join(', ').toUpperCase(),
              count: portfolio.inventory.length,
            })}
          </p>
          <div className="asked-line screen-only">
            <DayField label={say('portfolioOn')} value={portfolio.on} onChange={(on) => set({ on })} />
            <Link to="/rehearse" search={{ portfolio: id }}>
              {say('portfolioRehearse')}
            </Link>
          </div>
          {relabelled > 0 && (
            <p className="screen-only">
              {say('portfolioRelabelled', { count: relabelled })}{' '}
              <Link
                to="/portfolios/$id"
                params={{ id }}
                search={{ ...state, only: 'relabelled' }}
                hash="inventory"
              >
                {say('portfolioRelabelledShow')}
              </Link>
            </p>
          )}
          <h2>{say('portfolioDuties')}</h2>
          <Duties portfolio={portfolio} />
          <EvidencePacks portfolio={portfolio} />
          {portfolio.sites.length > 0 && <Sites portfolio={portfolio} />}
          <h2 id="inventory">{say('portfolioInventory')}</h2>
          <Inventory portfolio={portfolio} state={state} set={set} />
          <ReadFiles portfolio={portfolio} />
          <SourceList codes={codesOfPaths(portfolio.duties)} />
          <p className="quiet">
            {say('portfolioBasis', {
              day: dayInWords(portfolio.on, language),
              known: dayInWords(portfolio.known, language),
              register: portfolio.register.slice(0, 16),
            })}
          </p>
          {portfolio.origin === 'own' && <Remove id={id} />}
        </>
      )}
    </QueryState>
  );
}

/** An address that names none: what there is, and the way to it. */
function NoPortfolio({ error, id }: { readonly error: Problem; readonly id: string }) {
  const { say } = useMessages();
  return (
    <>
      <PageTitle>{id}</PageTitle>
      <Failure error={error} />
      <p>
        <Link to="/portfolios">{say('portfolioTitle')}</Link>
      </p>
    </>
  );
}

function evidenceLink({ id, on }: Portfolio, kind: 'html' | 'csv', form: string): string {
  return `/v1/portfolios/${encodeURIComponent(id)}/evidence.${kind}?form=${form}&on=${on}`;
}

/** Roles as the vocabulary of the law has them; the one that is a code there is written out. */
function rolesInWords(roles: readonly string[]): string {
  return roles.map((role) => role.replace('us-person', 'US person')).join(', ');
}

function EvidencePacks({ portfolio }: { readonly portfolio: Portfolio }) {
  const { say } = useMessages();
  const forms = ['far-52.204-24', 'far-52.204-26', 'grant'] as const;
  return (
    <section aria-labelledby="evidence-pack" className="screen-only">
      <h2 id="evidence-pack">{say('portfolioEvidencePack')}</h2>
      <p>{say('portfolioEvidenceLead')}</p>
      <ul className="files">
        {forms.map((form) => (
          <li key={form}>
            <a href={evidenceLink(portfolio, 'html', form)}>{say(`evidence ${form}`)}</a>{' '}
            <a href={evidenceLink(portfolio, 'csv', form)} aria-label={`${say(`evidence ${form}`)}, CSV`}>
              CSV
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sites({ portfolio }: { readonly portfolio: Portfolio }) {
  const { say } = useMessages();
  return (
    <section aria-labelledby="sites">
      <h2 id="sites">{say('portfolioMap')}</h2>
      <SiteMap sites={portfolio.sites} />
      <FirstOf items={portfolio.sites} most={12}>
        {(shown) => (
          <DataTable
            label={say('portfolioMap')}
            rows={shown}
            rowKey={({ id }) => id}
            columns={[
              {
                label: say('portfolioSite'),
                cell: ({ name, city }) => (
                  <>
                    <NameText>{name}</NameText> <small>{city}</small>
                  </>
                ),
              },
              { label: say('rehearseCount'), isNumber: true, cell: ({ assets }) => assets },
              { label: say('portfolioFound'), isNumber: true, cell: ({ found }) => found },
              {
                label: say('portfolioEffect'),
                cell: ({ effect }) => effect && <EffectMark effect={effect} />,
              },
            ]}
          />
        )}
      </FirstOf>
    </section>
  );
}

function ReadFiles({ portfolio }: { readonly portfolio: Portfolio }) {
  const { say } = useMessages();
  return (
    <details>
      <summary>
        {say('portfolioFiles')} ({portfolio.files.length})
      </summary>
      <ul lang="en">
        {portfolio.files.map((file) => (
          <li key={file.file}>
            <bdi>{file.file}</bdi>: {file.reader}, {file.rows} <code>{file.sha256.slice(0, 16)}</code>
            {file.notices.map((notice) => (
              <small key={notice} className="mapping">
                {notice}
              </small>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Remove({ id }: { readonly id: string }) {
  const { say } = useMessages();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isSure, setSure] = useState(false);
  const removal = useMutation({
    mutationFn: () => remove(`portfolios/${encodeURIComponent(id)}`),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['portfolios'] });
      await navigate({ to: '/portfolios' });
    },
  });
  return (
    <p className="screen-only">
      {removal.error && <Failure error={removal.error} />}
      <button type="button" onClick={() => (isSure ? removal.mutate() : setSure(true))}>
        {say(isSure ? 'portfolioRemoveSure' : 'portfolioRemove')}
      </button>
    </p>
  );
}
