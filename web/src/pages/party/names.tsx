import type { ReactNode } from 'react';
import type { Name, Party } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { NameText } from '../../parts/name-text.tsx';
import { SourceMark } from '../../parts/source-mark.tsx';

const order = ['primary', 'alias', 'former', 'brand', 'transliteration', 'weak alias'];

/** Names by kind in their own scripts, identifiers, addresses and particulars. */
export function Names({ party }: { readonly party: Party }) {
  const { say } = useMessages();
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
                <NameRow key={`${name.text} ${name.script}`} name={name} />
              ))}
            </Fact>
          ))}
        {party.identifiers.length > 0 && (
          <Fact label={say('partyIdentifiers')}>
            {party.identifiers.map(({ kind, value, issuer, label, provenance }) => (
              <li key={`${kind} ${value} ${issuer}`}>
                {label ?? kind} <bdi className="identifier">{value}</bdi>{' '}
                {issuer && <span className="quiet">{issuer}</span>}{' '}
                {provenance && <SourceMark provenance={provenance} />}
              </li>
            ))}
          </Fact>
        )}
        {party.addresses.length > 0 && (
          <Fact label={say('partyAddresses')}>
            {party.addresses.map(({ full, provenance }) => (
              <li key={full}>
                <NameText>{full}</NameText> {provenance && <SourceMark provenance={provenance} />}
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
        <Texts label={say('partyNotes')} texts={party.notes} />
        <Texts
          label={say('partyMerged')}
          texts={party.merges.map(({ member, reason }) => `${member}: ${reason}`)}
        />
      </dl>
    </section>
  );
}

function NameRow({ name }: { readonly name: Name }) {
  return (
    <li>
      <NameText>{name.text}</NameText> {name.script && <span className="quiet">{name.script}</span>}{' '}
      {name.provenance && <SourceMark provenance={name.provenance} />}
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
