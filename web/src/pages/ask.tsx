import './ask/ask.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, post } from '../api/client.ts';
import type { Answer, QuestionInput, Vocabulary } from '../api/types.generated.ts';
import { useMessages } from '../messages/messages.tsx';
import { actorOf } from '../parts/actors.ts';
import { PageActions } from '../parts/page-actions.tsx';
import { type PageState, usePageState } from '../parts/page-state.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { QueryState } from '../parts/query-state.tsx';
import { AnswerText } from './ask/answer-text.tsx';
import { factsOf, splitFacts } from './ask/fact-state.ts';
import { Facts } from './ask/facts.tsx';
import { QuestionForm } from './ask/question-form.tsx';
import { UnknownParty } from './ask/unknown-party.tsx';

/** One question to the law, in a form that asks for no more than what matters. */
export function AskPage() {
  const { say } = useMessages();
  const [state, setState] = usePageState();
  const vocabulary = useQuery({
    queryKey: ['vocabulary'],
    queryFn: ({ signal }) => get<Vocabulary>('vocabulary', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const question = questionOf(state);
  const answer = useQuery({
    queryKey: ['ask', question],
    queryFn: ({ signal }) => post<Answer>('ask', question, signal),
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageTitle>{say('askTitle')}</PageTitle>
      <p className="prose">{say('askLead')}</p>
      <QueryState query={vocabulary}>
        {(words) => (
          <>
            <QuestionForm state={state} words={words} asOf={answer.data?.on} onChange={setState} />
            {question === undefined ? (
              <p className="quiet">{say('askNotYet')}</p>
            ) : (
              <QueryState query={{ ...answer, isFetching: answer.isFetching && answer.data === undefined }}>
                {(data) => (
                  <div aria-live="polite" aria-busy={answer.isPlaceholderData}>
                    {data.counterparty === undefined && (
                      <UnknownParty name={state['party'] ?? ''} onChoose={(party) => setState({ party })} />
                    )}
                    <PageActions />
                    <AnswerText answer={data} known={state['known']}>
                      <Facts answer={data} state={state} words={words} onChange={setState} />
                    </AnswerText>
                  </div>
                )}
              </QueryState>
            )}
          </>
        )}
      </QueryState>
    </>
  );
}

/** The question that an address stands for; none without a party. */
function questionOf(state: PageState): QuestionInput | undefined {
  const party = state['party']?.trim();
  if (!party) return undefined;
  const { roles, jurisdiction } = actorOf(state['as']);
  const { on, known, item } = state;
  const { eccn, origin, kind, facts } = splitFacts(factsOf(state));
  const goods = { description: item, eccn, origin, kind };
  const stated = Object.entries(goods).filter((entry) => entry[1]);
  return {
    actor: { roles: roles.split(','), jurisdiction: jurisdiction.split(',') },
    activity: state.activity ?? 'buy',
    counterparty: party,
    ...(on ? { on } : {}),
    ...(known ? { known } : {}),
    ...(stated.length > 0 ? { item: Object.fromEntries(stated) } : {}),
    facts,
  };
}
