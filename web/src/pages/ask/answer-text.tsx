import type { ReactNode } from 'react';
import type { Answer, AppliedProvision } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { dayInWords } from '../../parts/day.tsx';
import { EffectMark } from '../../parts/effect-mark.tsx';
import { Namesakes } from '../../parts/namesakes.tsx';
import { PartyLink } from '../../parts/party-link.tsx';
import { PathText } from '../../parts/path-text.tsx';
import { useVerification } from '../../parts/source-mark.tsx';

/** The answer: the effect, in plain words, then the provisions it rests on and what was passed over. */
export function AnswerText({
  answer,
  known,
  children,
}: {
  readonly answer: Answer;
  /** The day of knowledge that was asked for, if one was. */
  readonly known: string | undefined;
  readonly children: ReactNode;
}) {
  const { say, language } = useMessages();
  const clocks = { on: answer.on, known };
  return (
    <article className="answer">
      <h2 className="answer-effect">
        <EffectMark effect={answer.effect} />
        {answer.policy && <small> {say('partyPolicy', { policy: answer.policy })}</small>}
      </h2>
      <p className="lead prose" lang="en">
        {answer.plain}
      </p>
      {answer.counterparty && (
        <p className="quiet">
          {say('askAbout')}{' '}
          <PartyLink id={answer.counterparty.id} caption={answer.counterparty.caption} keep={clocks} />
        </p>
      )}
      <Namesakes namesakes={answer.namesakes ?? []} keep={clocks} />
      {answer.notices && answer.notices.length > 0 && (
        <>
          <h3>{say('askNotices')}</h3>
          <TextList texts={answer.notices} />
        </>
      )}
      {children}
      <h3>{say('askProvisions')}</h3>
      {answer.provisions.length === 0 && (
        <p>{say(answer.effect === 'undetermined' ? 'askOpenProvisions' : 'askNoProvisions')}</p>
      )}
      <ol className="provisions plain">
        {answer.provisions.map((applied) => (
          <Provision
            key={`${applied.regime} ${applied.provision} ${applied.listing}`}
            applied={applied}
            title={answer.regimes[applied.regime] ?? applied.regime}
          />
        ))}
      </ol>
      {answer.notForbidden.length > 0 && (
        <>
          <h3>{say('askNotForbidden')}</h3>
          <TextList texts={answer.notForbidden} />
        </>
      )}
      {answer.considered.length > 0 && (
        <details>
          <summary>{say('askConsidered', { count: answer.considered.length })}</summary>
          <ul className="considered" lang="en">
            {answer.considered.map((one) => (
              <li key={`${one.regime} ${one.provision} ${one.because}`}>
                {answer.regimes[one.regime] ?? one.regime}, {one.provision}: {one.because}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="quiet">
        {say('askStamp', {
          day: dayInWords(answer.on, language),
          known: dayInWords(answer.known, language),
          hash: answer.register.slice(0, 16),
        })}
        {language !== 'en' && ` ${say('askPlainNote')}`}
      </p>
    </article>
  );
}

function Provision({ applied, title }: { readonly applied: AppliedProvision; readonly title: string }) {
  const { say } = useMessages();
  const verification = useVerification();
  return (
    <li>
      <p>
        <EffectMark effect={applied.effect} /> <strong>{title}</strong>
        {applied.policy && <span className="quiet"> {say('partyPolicy', { policy: applied.policy })}</span>}
        {applied.wouldBe && (
          <span>
            {' '}
            {say('askWouldBe')} <EffectMark effect={applied.wouldBe} />
          </span>
        )}
        {applied.assumed && <em> {say('askAssumed')}</em>}
      </p>
      <p lang="en">{applied.because}</p>
      {applied.path.length > 0 && <PathText path={applied.path} />}
      <p className="quiet" lang="en">
        {applied.citation} (<em>{verification(applied.verified)}</em>)
      </p>
    </li>
  );
}

function TextList({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul lang="en">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
