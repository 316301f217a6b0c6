import { expect, it } from 'vitest';
import { fileOf, listFiles } from '../../../test/list-files.ts';
import { describeWithShared } from '../../../test/shared-data.ts';
import { readList } from '../read-list.ts';
import { enhancedXmlFormat } from './enhanced-xml.ts';
import { legacyCsvFormat } from './legacy-csv.ts';
import { sdnXmlFormat } from './sdn-xml.ts';

describeWithShared('the plain XML of the consolidated list', () => {
  it('says the same of an entry as the legacy CSV of the same weeks', () => {
    const xml = readList(
      sdnXmlFormat('consolidated'),
      listFiles('ofac-consolidated/2025-03-28', 'consolidated.xml'),
    );
    const csv = readList(
      legacyCsvFormat('consolidated'),
      listFiles('ofac-consolidated/2025-03-26', 'cons_prim.csv'),
    );
    const names = new Map(csv.records.map((record) => [record.entry, record]));
    expect(xml.records).toHaveLength(csv.records.length);
    for (const record of xml.records) {
      const other = names.get(record.entry)!;
      expect(record.names[0]).toEqual(other.names[0]);
      expect(record.birthDates).toEqual(other.birthDates);
      const regimes = (of: typeof record) => of.listings.map((listing) => listing.regime);
      // The CSV alone lacks what long remarks go on with in the comments file.
      if (other.attributes['EO 14024 directive'] === undefined)
        expect(regimes(record)).toEqual(regimes(other));
    }
  });
});

it('reads vessels, weak and former names, and says how many entries are missing', () => {
  const { records, issues, facts } = readList(sdnXmlFormat('sdn'), [
    fileOf(
      'sdn.xml',
      `<sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>01/02/2024</Publish_Date><Record_Count>2</Record_Count></publshInformation>
<sdnEntry><uid>5</uid><lastName>SHIP</lastName><sdnType>Vessel</sdnType><programList><program>IRAN</program></programList>
<akaList><aka><uid>1</uid><type>f.k.a.</type><category>strong</category><lastName>OLD SHIP</lastName></aka><aka><uid>2</uid><type>a.k.a.</type><category>weak</category><lastName>SH</lastName></aka></akaList>
<vesselInfo><callSign>9HEL8</callSign><vesselType>Tanker</vesselType><vesselFlag>Malta</vesselFlag><vesselOwner>NITC</vesselOwner><tonnage>1</tonnage><grossRegisteredTonnage>2</grossRegisteredTonnage></vesselInfo></sdnEntry></sdnList>`,
    ),
  ]);
  expect(facts).toEqual({ counts: { entries: 1 }, published: '2024-01-02', declared: 2 });
  expect(issues).toMatchObject([{ code: 'AS_FILE_TRUNCATED', lost: true }]);
  expect(records[0]).toMatchObject({
    schema: 'Vessel',
    countries: ['mt'],
    names: [{ kind: 'primary' }, { text: 'OLD SHIP', kind: 'former' }, { text: 'SH', kind: 'weak alias' }],
    relations: [{ kind: 'ownership', end: 'owned', otherName: 'NITC' }],
  });
});

it('reads documents, relations and ranges of birth of the ENHANCED XML', () => {
  const { records, issues } = readList(enhancedXmlFormat('sdn'), [
    fileOf(
      'sdn_enhanced.xml',
      `<sanctionsData><publicationInfo><dataAsOf>2026-01-05T00:00:00</dataAsOf></publicationInfo><entities><entity id="7">
<generalInfo><entityType>Individual</entityType><title>General</title><remarks>x</remarks></generalInfo>
<sanctionsLists><sanctionsList datePublished="2020-07-31">SDN List</sanctionsList></sanctionsLists>
<sanctionsPrograms><sanctionsProgram>GLOMAG</sanctionsProgram></sanctionsPrograms>
<sanctionsTypes><sanctionsType>Block</sanctionsType></sanctionsTypes>
<names><name><isPrimary>false</isPrimary><isLowQuality>true</isLowQuality><translations><translation><formattedFullName>Nick</formattedFullName></translation></translations></name>
<name><isPrimary>true</isPrimary><translations><translation><isPrimary>false</isPrimary><formattedFullName>孙金龙</formattedFullName></translation><translation><isPrimary>true</isPrimary><formattedFullName>SUN, Jinlong</formattedFullName></translation></translations></name></names>
<features><feature><type>Birthdate</type><value>1960 to 1962</value><valueDate><fromDateBegin>1960-01-01</fromDateBegin><toDateEnd>1962-12-31</toDateEnd></valueDate></feature><feature><type>Gender</type><value>Male</value></feature></features>
<identityDocuments><identityDocument><type>Passport</type><documentNumber>G1</documentNumber><issuingCountry>China</issuingCountry><issueDate>2010-01-01</issueDate></identityDocument></identityDocuments>
<relationships><relationship><type>Leader or official of</type><relatedEntity entityId="8">XPCC</relatedEntity></relationship></relationships>
</entity></entities></sanctionsData>`,
    ),
  ]);
  expect(issues).toEqual([]);
  expect(records[0]).toMatchObject({
    schema: 'Person',
    gender: 'male',
    names: [
      { text: 'SUN, Jinlong', kind: 'primary' },
      { text: '孙金龙', kind: 'alias', script: 'Hani' },
      { text: 'Nick', kind: 'weak alias' },
    ],
    birthDates: [{ earliest: '1960-01-01', latest: '1962-12-31', text: '1960 to 1962' }],
    identifiers: [{ kind: 'passport', value: 'G1', issuer: 'cn' }, { kind: 'source id' }],
    listings: [{ regime: 'us-ofac-sdn-glomag', from: '2020-07-31', requirement: 'Block' }],
    relations: [{ kind: 'officer', otherEntry: '8', otherName: 'XPCC' }],
  });
});
