import type { ReactNode } from 'react';
import type { Name, Party, Provenance } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { dayInWords } from '../../parts/day.tsx';
import { NameText } from '../../parts/name-text.tsx';
import { SourceMark } from '../../parts/source-mark.tsx';
import { noteOf } from './note.ts';

const order = ['primary', 'alias', 'former', 'brand', 'transliteration', 'weak alias'];

/** Names by kind in their own scripts, identifiers, addresses and particulars. */
export function Names({ party }: { readonly party: Party }) {
  const { say } = useMessages();
  const ofLists = provenanceOfLists(party, say('partyOfLists'));
  const kinds = Map.groupBy(party.names, (name) => name.kind);
  return (
    <section aria-labelledby="names">
      <h2 id="names">{say('partyNames')}</h2>
      <dl className="facts">
        {[...kinds.keys()]
          .sort((a, b) => order.indexOf(a) - order.indexOf(b))
          .map((kind) => (
            <Fact key={kind} label={kind}>
              {kinds.get(kind)!.map((name) => (
                <NameRow key={`${name.text} ${name.script}`} name={name} ofLists={ofLists} />
              ))}
            </Fact>
          ))}
        {party.identifiers.length > 0 && (
          <Fact label={say('partyIdentifiers')}>
            {party.identifiers.map(({ kind, value, issuer, label, provenance }) => (
              <li key={`${kind} ${value} ${issuer}`}>
                {label ?? kind} <bdi className="identifier">{value}</bdi>{' '}
                {issuer && <span className="quiet">{issuer}</span>}{' '}
                <SourceMark provenance={provenance ?? ofLists} />
              </li>
            ))}
          </Fact>
        )}
        {party.addresses.length > 0 && (
          <Fact label={say('partyAddresses')}>
            {party.addresses.map(({ full, provenance }) => (
              <li key={full}>
                <NameText>{full}</NameText> <SourceMark provenance={provenance ?? ofLists} />
              </li>
            ))}
          </Fact>
        )}
        <Texts label={say('partyBorn')} texts={party.birthDates} />
        <Texts label={say('partyBirthPlace')} texts={party.birthPlaces} />
        <Texts label={say('partyNationality')} texts={party.nationalities} />
        <Texts label={say('partyTitles')} texts={party.titles} />
        {Object.entries(party.attributes).map(([label, texts]) => (
          <Texts key={label} label={label} texts={texts} />
        ))}
        <Notes notes={party.notes} />
        <Texts
          label={say('partyMerged')}
          texts={party.merges.map(({ member, reason }) => `${member}: ${reason}`)}
        />
      </dl>
    </section>
  );
}

function NameRow({ name, ofLists }: { readonly name: Name; readonly ofLists: Provenance }) {
  return (
    <li>
      <NameText>{name.text}</NameText> {name.script && <span className="quiet">{name.script}</span>}{' '}
      <SourceMark provenance={name.provenance ?? ofLists} />
    </li>
  );
}

function Texts({ label, texts }: { readonly label: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <Fact label={label}>
      {[...new Set(texts)].map((text) => (
        <li key={text}>
          <NameText>{text}</NameText>
        </li>
      ))}
    </Fact>
  );
}

/** Notes with their sources marked as those of every other fact. */
function Notes({ notes }: { readonly notes: readonly string[] }) {
  const { say, language } = useMessages();
  if (notes.length === 0) return null;
  return (
    <Fact label={say('partyNotes')}>
      {[...new Set(notes)].map((note) => {
        const { text, provenance } = noteOf(note);
        return (
          <li key={note} lang="en">
            <NameText>{dayInWords(text, language)}</NameText>{' '}
            {provenance && <SourceMark provenance={provenance} />}
          </li>
        );
      })}
    </Fact>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>
        <ul className="plain">{children}</ul>
      </dd>
    </div>
  );
}

/**
 * What stands in entries of lists names no source of its own. With one entry it is that; where several were brought
 * together it is one of them, and no surer than the least sure.
 */
function provenanceOfLists({ provenance }: Party, oneOfThem: string): Provenance {
  const entries = provenance.filter(({ source }) => source.includes('-'));
  const [first] = entries.length > 0 ? entries : provenance;
  if (entries.length < 2) return first ?? { source: '', verified: 'from memory' };
  return {
    source: [...new Set(entries.map(({ source }) => source))].sort().join(', '),
    verified: entries.find(({ verified }) => verified !== 'verified')?.verified ?? 'verified',
    note: `${oneOfThem} ${entries.map(({ source, note }) => `${source}, ${note ?? ''}`).join('; ')}`,
  };
}
