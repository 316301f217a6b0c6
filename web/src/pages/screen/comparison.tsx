import { useQuery } from '@tanstack/react-query';
import { get, post } from '../../api/client.ts';
import type { MatchPiece, ScreenDetail } from '../../api/types.generated.ts';
import { en, type MessageKey } from '../../messages/en.ts';
import { useMessages } from '../../messages/messages.tsx';
import { dayInWords } from '../../parts/day.tsx';
import { NameText } from '../../parts/name-text.tsx';
import { Opened } from '../../parts/opened.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { PartyLink } from '../../parts/party-link.tsx';
import { QueryState } from '../../parts/query-state.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';

/** One row with all its possible matches, each beside the name given, word by word. */
export function Comparison({
  state,
  name,
  close,
}: {
  readonly state: PageState;
  /** The name itself, where the row is of no job. */
  readonly name: string | undefined;
  readonly close: () => void;
}) {
  const { say } = useMessages();
  const query = useQuery({
    queryKey: ['screen-row', state.job, state.row, name, state.threshold],
    queryFn: ({ signal }) =>
      state.job
        ? get<ScreenDetail>(`screen/jobs/${state.job}/rows/${state.row}`, {}, signal)
        : post<ScreenDetail>(
            'screen/one',
            { names: [name ?? ''], ...(state.threshold ? { threshold: Number(state.threshold) } : {}) },
            signal,
          ),
  });
  return (
    <Opened className="comparison" label={name ?? say('screenResults')}>
      <div aria-live="polite">
        <QueryState query={query}>
          {(detail) => (
            <>
              <h2>
                <NameText>{detail.name}</NameText>
              </h2>
              {detail.error && <p role="alert">{detail.error}</p>}
              {detail.results.length === 0 && !detail.error && <p>{say('nothingFound')}</p>}
              {detail.results.map((result) => (
                <Result key={result.party} result={result} />
              ))}
              {detail.more && <p>{say('screenMore')}</p>}
            </>
          )}
        </QueryState>
      </div>
      <p className="screen-only">
        <button type="button" onClick={close}>
          {say('screenClose')}
        </button>
      </p>
    </Opened>
  );
}

function Result({ result }: { readonly result: ScreenDetail['results'][number] }) {
  const { say, language } = useMessages();
  return (
    <article className="result">
      <h3>
        <PartyLink id={result.party} caption={result.caption} />{' '}
        <span className="quiet">{result.schema}</span>
      </h3>
      <p>
        {say('screenScores', {
          score: result.score.toFixed(2),
          similarity: result.similarity.toFixed(2),
          strength: result.strength.toFixed(2),
        })}{' '}
        · {say(result.match ? 'screenAbove' : 'screenBelow')}
      </p>
      <p lang="en" dir="ltr">
        {result.explanation}
      </p>
      <ScrollBox label={result.caption}>
        <table className="pieces">
          <thead>
            <tr>
              <th scope="col">{say('screenAgainst')}</th>
              <th scope="col">{say('screenAs')}</th>
              <th scope="col">{say('screenWhy')}</th>
              <th scope="col" className="number">
                {say('screenWeight')}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr className="whole-names">
              <td>
                <NameText>{result.matched.query}</NameText>
              </td>
              <td>
                <NameText>{result.matched.name}</NameText>
              </td>
              <td lang="en">{result.matched.kind}</td>
              <td />
            </tr>
            {result.pieces.map((piece) => (
              <PieceRow key={JSON.stringify(piece)} piece={piece} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {result.listings.length > 0 ? (
        <ul lang="en">
          {result.listings.map((listing) => (
            <li key={`${listing.regime} ${listing.from ?? listing.seen} ${listing.citation}`}>
              <strong>{listing.short}</strong>: {say(`state ${listing.state}`)}
              {listing.from && `, ${say('screenSince', { day: dayInWords(listing.from, language) })}`}
              {listing.seen && `, ${say('screenSeen', { day: dayInWords(listing.seen, language) })}`}
              {listing.until && `, ${say('screenUntil', { day: dayInWords(listing.until, language) })}`}{' '}
              <small>{listing.citation}</small>
            </li>
          ))}
        </ul>
      ) : (
        <p lang="en">
          {say('screenNoListing')} {result.related.join('; ')}
        </p>
      )}
    </article>
  );
}

/** A piece of the score as the matcher gives it; the fields differ by its code. */
function PieceRow({ piece }: { readonly piece: MatchPiece }) {
  const { say } = useMessages();
  const text = (field: string) => {
    const value = (piece as Readonly<Record<string, unknown>>)[field];
    return typeof value === 'string' ? value : '';
  };
  const number = (field: string) => {
    const value = (piece as Readonly<Record<string, unknown>>)[field];
    return typeof value === 'number' ? value.toFixed(2) : '';
  };
  const word = (code: string) => (`piece ${code}` in en ? say(`piece ${code}` as MessageKey) : code);
  switch (piece.code) {
    case 'only in query':
      return (
        <tr className="against">
          <td>
            <NameText>{text('word')}</NameText>
          </td>
          <td aria-hidden="true">–</td>
          <td>− {say('screenOnlyGiven')}</td>
          <td className="number">{number('weight')}</td>
        </tr>
      );
    case 'only in list':
      return (
        <tr className="against">
          <td aria-hidden="true">–</td>
          <td>
            <NameText>{text('word')}</NameText>
          </td>
          <td>− {say('screenOnlyListed')}</td>
          <td className="number">{number('weight')}</td>
        </tr>
      );
    case 'rule':
      return (
        <tr className="against">
          <td colSpan={2} lang="en">
            {text('rule')}
          </td>
          <td>− {say('screenRule')}</td>
          <td />
        </tr>
      );
    case 'reading':
      return (
        <tr>
          <td colSpan={2}>
            <NameText>{text('reading')}</NameText>
          </td>
          <td>{word('reading')}</td>
          <td />
        </tr>
      );
    default: {
      const isAgainst = text('verdict') === 'different';
      return (
        <tr className={isAgainst ? 'against' : undefined}>
          <td>
            <NameText>{text('query') || text('asked')}</NameText>
          </td>
          <td>
            <NameText>{text('listed')}</NameText>
          </td>
          <td>
            {isAgainst ? '− ' : '+ '}
            {word(piece.code)}
            {text('verdict') && ` (${text('verdict')})`}
            {number('similarity') && ` ${number('similarity')}`}
          </td>
          <td className="number">{number('weight')}</td>
        </tr>
      );
    }
  }
}
