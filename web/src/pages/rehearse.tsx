import './rehearse/rehearse.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '../api/client.ts';
import type { Rehearsal, Scenarios } from '../api/types.generated.ts';
import { useMessages } from '../messages/messages.tsx';
import { AmountsByKind } from '../parts/amounts.tsx';
import { DayText, dayInWords } from '../parts/day.tsx';
import { usePageState } from '../parts/page-state.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { QueryState } from '../parts/query-state.tsx';
import { codesOfPaths, SourceList } from '../parts/source-list.tsx';
import { useVerification } from '../parts/source-mark.tsx';
import { NextInLine, Reached, Substitutes, WhatMovesIt } from './rehearse/around.tsx';
import { askedOf, fileAddress } from './rehearse/asked.ts';
import { Compare } from './rehearse/compare.tsx';
import { PortfolioResult } from './rehearse/portfolio-result.tsx';
import { ScenarioForm } from './rehearse/scenario-form.tsx';
import { ShockMap } from './rehearse/shock-map.tsx';

/** What a designation would change, before it happens. The address holds the whole scenario: a link is a rehearsal. */
export function RehearsePage() {
  const { say } = useMessages();
  const [state, set] = usePageState();
  const asked = askedOf(state);
  const words = useQuery({
    queryKey: ['scenarios'],
    queryFn: ({ signal }) => get<Scenarios>('scenarios', {}, signal),
  });
  const rehearsal = useQuery({
    queryKey: ['rehearse', asked],
    queryFn: ({ signal }) => get<Rehearsal>('rehearse', asked, signal),
    // The old picture stays until the new one is there, so that marks move from one to the other.
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageTitle>{say('rehearseTitle')}</PageTitle>
      <p className="lead">{say('rehearseLead')}</p>
      <QueryState query={words}>
        {(known) => <ScenarioForm key={state.scenario ?? 'own'} words={known} state={state} set={set} />}
      </QueryState>
      <QueryState query={rehearsal}>
        {(result) => (
          <div className={rehearsal.isPlaceholderData ? 'stale' : undefined}>
            <Summary rehearsal={result} />
            <ShockMap rehearsal={result} state={state} set={set} />
            <Files />
            {result.portfolios.map((portfolio) => (
              <PortfolioResult
                key={portfolio.id}
                portfolio={portfolio}
                rehearsal={result}
                state={state}
                set={set}
              />
            ))}
            <Reached rehearsal={result} />
            <WhatMovesIt asked={asked} />
            <Substitutes rehearsal={result} />
            <NextInLine rehearsal={result} />
            <NotForbidden rehearsal={result} />
            <RestsOn rehearsal={result} />
            <SourceList
              codes={codesOfPaths([
                ...result.map.marks,
                ...result.reached,
                ...result.portfolios.flatMap(({ groups }) => groups),
              ])}
            />
            <Basis rehearsal={result} />
          </div>
        )}
      </QueryState>
      {words.data && (
        <section aria-labelledby="compare" className={state.compare === 'yes' ? undefined : 'screen-only'}>
          <h2 id="compare">{say('rehearseCompare')}</h2>
          <p className="screen-only">
            <button
              type="button"
              aria-expanded={state.compare === 'yes'}
              onClick={() => set({ compare: state.compare === 'yes' ? undefined : 'yes' })}
            >
              {say(state.compare === 'yes' ? 'rehearseCompareHide' : 'rehearseCompareShow')}
            </button>
          </p>
          {state.compare === 'yes' && <Compare words={words.data} state={state} />}
        </section>
      )}
    </>
  );
}

function Summary({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { say } = useMessages();
  const { scenario, portfolios, keyDays } = rehearsal;
  return (
    <section aria-labelledby="assumed">
      <h2 id="assumed">
        <bdi lang="en">{scenario.title}</bdi>, <DayText day={scenario.on} />
      </h2>
      {scenario.note && <p lang="en">{scenario.note}</p>}
      <dl className="headlines">
        {portfolios.map((one) => (
          <div key={one.id}>
            <dt>
              <a href={`#result-${one.id}`}>
                <bdi>{one.title}</bdi>
              </a>
            </dt>
            <dd className="figure">
              {say('rehearseHeadline', { changed: one.changedAssets, assets: one.assets })}
            </dd>
            <dd>
              <AmountsByKind valuesByKind={one.valuesByKind} />
            </dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>
          {say('rehearseAssumed')} ({scenario.assumptions.length})
        </summary>
        <ul lang="en">
          {scenario.assumptions.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <h3>{say('rehearseDays')}</h3>
        <ol className="deadlines plain" lang="en">
          {keyDays.map((key) => (
            <li key={key.day}>
              <DayText day={key.day} />
              <span>{key.what}</span>
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}

/** The ways to hand the result over; each file is made from the address of this page. */
function Files() {
  const { say } = useMessages();
  const [state] = usePageState();
  const [isCopied, setCopied] = useState(false);
  const files = [
    ['report.html', 'rehearseReport'],
    ['changes.csv', 'rehearseCsv'],
    ['rehearsal.json', 'rehearseJson'],
    ['deadlines.ics', 'rehearseCalendar'],
  ] as const;
  return (
    <section aria-labelledby="files" className="screen-only">
      <h2 id="files">{say('rehearseFiles')}</h2>
      <ul className="files">
        {files.map(([file, key]) => (
          <li key={file}>
            <a href={fileAddress(state, file)} {...(file === 'report.html' ? {} : { download: '' })}>
              {say(key)}
            </a>
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => void navigator.clipboard.writeText(location.href).then(() => setCopied(true))}
          >
            {say(isCopied ? 'copied' : 'copyLink')}
          </button>
        </li>
      </ul>
    </section>
  );
}

function NotForbidden({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { say } = useMessages();
  if (rehearsal.notForbidden.length === 0) return null;
  return (
    <section aria-labelledby="not-forbidden">
      <h2 id="not-forbidden">{say('rehearseNotForbidden')}</h2>
      <ul lang="en">
        {rehearsal.notForbidden.map((statement) => (
          <li key={statement}>{statement}</li>
        ))}
      </ul>
      <p>{say('rehearseConflict')}</p>
    </section>
  );
}

function RestsOn({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { say } = useMessages();
  const verification = useVerification();
  if (rehearsal.sources.length === 0) return null;
  return (
    <section aria-labelledby="rests-on">
      <h2 id="rests-on">{say('rehearseRestsOn')}</h2>
      <ul>
        {rehearsal.sources.map(({ title, verified }) => (
          <li key={title}>
            <span lang="en">{title}</span> <em className="quiet">{verification(verified)}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Basis({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { say, language } = useMessages();
  return (
    <p className="quiet">
      {say('rehearseBasis', {
        day: dayInWords(rehearsal.known, language),
        register: rehearsal.register.slice(0, 16),
        engine: rehearsal.engine,
        versions: rehearsal.versions,
      })}
    </p>
  );
}
