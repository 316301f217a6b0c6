import './party/party.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { get, Problem } from '../api/client.ts';
import type { Owners, Party } from '../api/types.generated.ts';
import { useMessages } from '../messages/messages.tsx';
import { actorOf } from '../parts/actors.ts';
import { NameText } from '../parts/name-text.tsx';
import { Namesakes } from '../parts/namesakes.tsx';
import { PageActions } from '../parts/page-actions.tsx';
import { usePageState } from '../parts/page-state.ts';
import { PageTitle } from '../parts/page-title.tsx';
import { QueryState } from '../parts/query-state.tsx';
import { SourceList } from '../parts/source-list.tsx';
import { Basis } from './party/basis.tsx';
import { Clocks } from './party/clocks.tsx';
import { Dealings } from './party/dealings.tsx';
import { Equipment } from './party/equipment.tsx';
import { Names } from './party/names.tsx';
import { noteOf } from './party/note.ts';
import { Ownership } from './party/ownership.tsx';
import { StatusByRegime } from './party/status-by-regime.tsx';
import { Summary } from './party/summary.tsx';
import { Timeline } from './party/timeline.tsx';

/** A party as of any day, as known on any day, for any actor: everything on the page moves with the three. */
export function PartyPage() {
  const { id = '' } = useParams({ strict: false });
  const [{ on, known, as }, setState] = usePageState();
  const actor = actorOf(as);
  const page = useQuery({
    queryKey: ['party', id, on, known, actor.id],
    queryFn: ({ signal }) => {
      const { roles, jurisdiction, activities } = actor;
      const clocks = { on, known };
      return get<Party>(
        `parties/${encodeURIComponent(id)}`,
        { ...clocks, as: roles, jurisdiction, activities },
        signal,
      );
    },
    placeholderData: keepPreviousData,
  });
  const owners = useQuery({
    queryKey: ['owners', id, on, known],
    queryFn: ({ signal }) => get<Owners>(`parties/${encodeURIComponent(id)}/owners`, { on, known }, signal),
    placeholderData: keepPreviousData,
  });
  if (page.error instanceof Problem && page.error.status === 404) return <NoParty name={id} />;
  return (
    <QueryState query={{ ...page, isFetching: page.isFetching && page.data === undefined }}>
      {(party) => (
        <article className="party" aria-busy={page.isPlaceholderData}>
          <PageTitle>{party.caption}</PageTitle>
          <Subtitle party={party} />
          <PageActions />
          <Clocks party={party} on={on} known={known} actor={actor} onChange={setState} />
          <Summary party={party} />
          <Namesakes namesakes={party.namesakes} keep={{ on, known, as }} />
          <Dealings party={party} actor={actor} />
          <StatusByRegime party={party} actor={actor} />
          <QueryState query={{ ...owners, isFetching: owners.isFetching && owners.data === undefined }}>
            {(data) => <Ownership owners={data} keep={{ on, known, as }} />}
          </QueryState>
          <Timeline party={party} />
          <Names party={party} />
          <Equipment party={party} />
          <SourceList
            codes={[
              ...Object.keys({ ...owners.data?.sources, ...party.sources }),
              ...party.provenance.map(({ source }) => source),
              ...party.notes.flatMap((note) => noteOf(note).provenance?.source ?? []),
            ]}
          />
          <Basis party={party} />
        </article>
      )}
    </QueryState>
  );
}

/** An address that names nobody known here: no clearance, and the way to near names. */
function NoParty({ name }: { readonly name: string }) {
  const { say } = useMessages();
  return (
    <>
      <PageTitle>{name}</PageTitle>
      <p role="alert">{say('askUnknownParty', { party: name })}</p>
      <p>
        <Link to="/" search={{ q: name }}>
          {say('partySearch')}
        </Link>
      </p>
    </>
  );
}

/** The name in its own script, the kind of party and where it is. */
function Subtitle({ party }: { readonly party: Party }) {
  const { say } = useMessages();
  const own = party.names.find(
    ({ text, kind }) =>
      kind !== 'weak alias' && text !== party.caption && /[^\p{Script=Latin}\P{L}]/u.test(text),
  );
  const facts = [
    party.schema,
    ...party.countries.map((code) => code.toUpperCase()),
    ...(party.founded ? [`${say('partyFounded')} ${party.founded}`] : []),
    ...party.birthDates.slice(0, 2).map((day) => `${say('partyBorn')} ${day}`),
  ];
  return (
    <p className="subtitle">
      {own && (
        <span className="own-script">
          <NameText>{own.text}</NameText>
        </span>
      )}{' '}
      <span className="quiet">{facts.join(' · ')}</span>
    </p>
  );
}
