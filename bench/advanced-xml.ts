/**
 * A made-up ADVANCED XML of the size and shape of OFAC's `sdn_advanced.xml`: value sets, locations, documents, parties
 * with aliases in several scripts, features, relationships, sanctions entries. Deterministic; made piece by piece.
 */
export function* advancedXml(parties: number): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = head();
  const flush = function* (limit: number) {
    if (text.length >= limit) {
      yield encoder.encode(text);
      text = '';
    }
  };
  text += '  <Locations>\n';
  for (let n = 0; n < parties; n++) {
    text += location(n);
    yield* flush(65_536);
  }
  text += '  </Locations>\n  <IDRegDocuments>\n';
  for (let n = 0; n < parties; n++) {
    text += identityDocument(n, n);
    yield* flush(65_536);
  }
  text += '  </IDRegDocuments>\n  <DistinctParties>\n';
  for (let n = 0; n < parties; n++) {
    text += party(n);
    yield* flush(65_536);
  }
  text += '  </DistinctParties>\n  <ProfileRelationships>\n';
  for (let n = 1; n < parties; n += 2) {
    text += `    <ProfileRelationship ID="${n}" From-ProfileID="${n}" To-ProfileID="${n - 1}" RelationTypeID="15003" RelationQualityID="1" Former="false" SanctionsEntryID="${n}">\n      <Comment />\n    </ProfileRelationship>\n`;
    yield* flush(65_536);
  }
  text += '  </ProfileRelationships>\n  <SanctionsEntries>\n';
  for (let n = 0; n < parties; n++) {
    text += entry(n);
    yield* flush(65_536);
  }
  text += '  </SanctionsEntries>\n  <SanctionsEntryLinks />\n</Sanctions>\n';
  yield* flush(0);
}

const values: Record<string, Record<string, string>> = {
  AliasType: { 1400: 'A.K.A.', 1401: 'F.K.A.', 1403: 'Name' },
  DetailReference: { 91526: 'Male', 91527: 'Female' },
  DocNameStatus: { 1: 'Primary Latin', 2: 'Others' },
  EntryEventType: { 1: 'Created' },
  FeatureType: {
    8: 'Birthdate',
    9: 'Place of Birth',
    10: 'Nationality Country',
    25: 'Location',
    224: 'Gender',
  },
  IDRegDocDateType: { 1480: 'Issue Date' },
  IDRegDocType: { 1571: 'Passport', 1584: 'National ID No.', 1596: 'Tax ID No.' },
  List: { 1550: 'SDN List' },
  LocPartType: { 1451: 'ADDRESS1', 1454: 'CITY', 1455: 'STATE/PROVINCE', 1456: 'POSTAL CODE' },
  NamePartType: { 1520: 'Last Name', 1521: 'First Name', 1525: 'Entity Name' },
  RelationType: { 15003: 'Owned or Controlled By' },
  SanctionsType: { 1705: 'Block', 1: 'Program' },
  Validity: { 1: 'Valid', 2: 'Fraudulent' },
};

function head(): string {
  const sets = Object.entries(values).map(
    ([set, entries]) =>
      `    <${set}Values>\n${Object.entries(entries)
        .map(([id, text]) => `      <${set} ID="${id}">${text}</${set}>\n`)
        .join('')}    </${set}Values>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0" Version="3">
  <DateOfIssue CalendarTypeID="1">
    <Year>2026</Year>
    <Month>9</Month>
    <Day>29</Day>
  </DateOfIssue>
  <ReferenceValueSets>
${sets.join('')}    <CountryValues>
      <Country ID="11082" ISO2="IR">Iran</Country>
      <Country ID="11171" ISO2="RU">Russia</Country>
    </CountryValues>
    <PartyTypeValues>
      <PartyType ID="1">Individual</PartyType>
      <PartyType ID="2">Entity</PartyType>
    </PartyTypeValues>
    <PartySubTypeValues>
      <PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
      <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType>
    </PartySubTypeValues>
    <ScriptValues>
      <Script ID="215" ScriptCode="Latn">Latin</Script>
      <Script ID="220" ScriptCode="Cyrl">Cyrillic</Script>
      <Script ID="160" ScriptCode="Arab">Arabic</Script>
    </ScriptValues>
  </ReferenceValueSets>
`;
}

const surnames = ['Ivanov', 'Petrov', 'Hosseini', 'Al-Rahman', 'Lopez', 'Chen', 'Kim', 'Sokolov'];
const given = ['Aleksandr', 'Mohammad', 'Ali Reza', 'Juan Carlos', 'Wei', 'Yong Su', 'Natalya'];
const cyrillic = ['Иванов', 'Петров', 'Соколов', 'Кузнецов'];
const arabic = ['حسيني', 'الرحمن', 'محمد'];
const pick = (list: readonly string[], n: number) => list[n % list.length]!;

function location(n: number): string {
  const part = (type: number, value: string) => `      <LocationPart LocPartTypeID="${type}">
        <LocationPartValue Primary="true" LocPartValueTypeID="1" LocPartValueStatusID="1">
          <Comment />
          <Value>${value}</Value>
        </LocationPartValue>
      </LocationPart>
`;
  return `    <Location ID="${n}">
      <LocationAreaCode AreaCodeID="11171" />
      <LocationCountry CountryID="${n % 2 ? 11171 : 11082}" CountryRelevanceID="1413" />
${part(1451, `${n} Ulitsa Lenina &amp; Co, Building ${n % 90}`)}${part(1454, 'Moscow')}${part(1456, String(100000 + n))}      <FeatureVersionReference FeatureVersionID="${n}" />
    </Location>
`;
}

function identityDocument(n: number, identity: number): string {
  return `    <IDRegDocument ID="${n}" IDRegDocTypeID="${[1571, 1584, 1596][n % 3]}" IdentityID="${identity}" IssuedBy-CountryID="11171" ValidityID="1">
      <Comment />
      <IDRegistrationNo>${7_700_000_000 + n}</IDRegistrationNo>
      <IssuingAuthority />
      <DocumentedNameReference DocumentedNameID="${identity}" />
    </IDRegDocument>
`;
}

function alias(
  n: number,
  at: number,
  first: string,
  last: string,
  script: number,
  isPerson: boolean,
): string {
  const group = n * 100 + at * 2;
  const value = (id: number, text: string) => `              <DocumentedNamePart>
                <NamePartValue NamePartGroupID="${id}" ScriptID="${script}" ScriptStatusID="1" Acronym="false">${text}</NamePartValue>
              </DocumentedNamePart>
`;
  return `          <Alias FixedRef="${n}" AliasTypeID="${at === 0 ? 1403 : n % 10 ? 1400 : 1401}" Primary="${at === 0}" LowQuality="${at === 2}">
            <DocumentedName ID="${group}" FixedRef="${n}" DocNameStatusID="${at === 0 ? 1 : 2}">
${value(group, last)}${isPerson ? value(group + 1, first) : ''}            </DocumentedName>
          </Alias>
`;
}

function party(n: number): string {
  const isPerson = n % 2 === 0;
  const names = [0, 1, 2].map((at) => {
    const script = at !== 1 ? 215 : n % 3 ? 220 : 160;
    const words = script === 220 ? cyrillic : script === 160 ? arabic : surnames;
    const last = isPerson ? `${pick(words, n + at)} ${n}` : `${pick(words, n + at)} Trading Company ${n} LLC`;
    return alias(n, at, pick(script === 215 ? given : words, n * 3 + at), last, script, isPerson);
  });
  const groups = [0, 1, 2].flatMap((at) => {
    const group = n * 100 + at * 2;
    const one = (id: number, type: number) => `            <MasterNamePartGroup>
              <NamePartGroup ID="${id}" NamePartTypeID="${type}" />
            </MasterNamePartGroup>
`;
    return isPerson ? [one(group, 1520), one(group + 1, 1521)] : [one(group, 1525)];
  });
  return `    <DistinctParty FixedRef="${n}">
      <Comment />
      <Profile ID="${n}" PartySubTypeID="${isPerson ? 4 : 3}">
        <Identity ID="${n}" FixedRef="${n}" Primary="true" False="false">
${names.join('')}          <NamePartGroups>
${groups.join('')}          </NamePartGroups>
        </Identity>
${isPerson ? birth(n) + text(n, 9, 'Tehran, Iran') : ''}${isPerson ? lookup(n, 224, 91526) : ''}${place(n, 25)}      </Profile>
    </DistinctParty>
`;
}

function feature(n: number, type: number, inner: string): string {
  return `        <Feature ID="${n * 10}" FeatureTypeID="${type}">
          <FeatureVersion ID="${n * 10}" ReliabilityID="1560">
            <Comment />
${inner}          </FeatureVersion>
          <IdentityReference IdentityID="${n}" IdentityFeatureLinkTypeID="1" />
        </Feature>
`;
}

function birth(n: number): string {
  const year = 1930 + (n % 70);
  const point = (name: string, month: number, day: number) => `                <${name}>
                  <Year>${year}</Year>
                  <Month>${month}</Month>
                  <Day>${day}</Day>
                </${name}>
`;
  const end = (name: string, month: number, day: number) =>
    `              <${name} Approximate="false" YearFixed="false" MonthFixed="false" DayFixed="false">
${point('From', month, day)}${point('To', month, day)}              </${name}>
`;
  return feature(
    n,
    8,
    `            <DatePeriod CalendarTypeID="1" YearFixed="false" MonthFixed="false" DayFixed="false">
${end('Start', 1, 1)}${end('End', 12, 31)}            </DatePeriod>
            <VersionDetail DetailTypeID="1430" />
`,
  );
}

function text(n: number, type: number, value: string): string {
  return feature(n, type, `            <VersionDetail DetailTypeID="1432">${value}</VersionDetail>\n`);
}

function lookup(n: number, type: number, reference: number): string {
  return feature(
    n,
    type,
    `            <VersionDetail DetailTypeID="1431" DetailReferenceID="${reference}" />\n`,
  );
}

function place(n: number, type: number): string {
  return feature(n, type, `            <VersionLocation LocationID="${n}" />\n`);
}

function entry(n: number): string {
  const measure = (
    id: number,
    type: number,
    comment: string,
  ) => `      <SanctionsMeasure ID="${id}" SanctionsTypeID="${type}">
        ${comment ? `<Comment>${comment}</Comment>` : '<Comment />'}
        <DatePeriod CalendarTypeID="1" YearFixed="true" MonthFixed="true" DayFixed="true" />
      </SanctionsMeasure>
`;
  return `    <SanctionsEntry ID="${n}" ProfileID="${n}" ListID="1550">
      <EntryEvent ID="${n}" EntryEventTypeID="1" LegalBasisID="1">
        <Comment />
        <Date CalendarTypeID="1">
          <Year>${2010 + (n % 16)}</Year>
          <Month>${1 + (n % 12)}</Month>
          <Day>${1 + (n % 28)}</Day>
        </Date>
      </EntryEvent>
${measure(n, 1705, '')}${measure(n, 1, n % 20 ? 'SDGT' : 'GLOMAG')}    </SanctionsEntry>
`;
}
