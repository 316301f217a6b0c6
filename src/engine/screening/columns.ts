/** Headers of users' exports, without spaces and signs, and the property each means. */
const headers: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'key', 'ref', 'reference', 'customerid', 'vendorid', 'supplierid', 'number', 'no', 'rowid'],
  name: [
    'name',
    'fullname',
    'legalname',
    'entityname',
    'companyname',
    'company',
    'vendor',
    'vendorname',
    'supplier',
    'suppliername',
    'customer',
    'customername',
    'party',
    'partyname',
    'counterparty',
    'beneficiary',
    'beneficiaryname',
    'payee',
    'organisation',
    'organization',
    'client',
    'clientname',
    'names',
    'query',
    'debtor',
    'creditor',
    'holder',
  ],
  alias: ['alias', 'aliases', 'aka', 'tradingname', 'dba', 'othername'],
  firstName: ['firstname', 'givenname', 'forename'],
  middleName: ['middlename'],
  lastName: ['lastname', 'surname', 'familyname'],
  schema: ['schema', 'type', 'entitytype', 'kind', 'partytype'],
  birthDate: ['birthdate', 'dateofbirth', 'dob', 'born', 'birthyear', 'yearofbirth'],
  country: ['country', 'countrycode', 'jurisdiction'],
  nationality: ['nationality', 'citizenship'],
  gender: ['gender', 'sex'],
  address: ['address', 'fulladdress', 'street'],
  leiCode: ['lei', 'leicode'],
  isin: ['isin'],
  uscCode: ['uscc', 'usci', 'unifiedsocialcreditcode'],
  imoNumber: ['imo', 'imonumber'],
  passportNumber: ['passport', 'passportnumber', 'passportno'],
  taxNumber: ['taxnumber', 'tin', 'vat', 'vatnumber', 'inn'],
  registrationNumber: ['registrationnumber', 'companynumber', 'regno', 'ogrn'],
  swiftBic: ['bic', 'swift', 'swiftbic'],
  publicKey: ['publickey', 'wallet', 'walletaddress', 'cryptoaddress', 'cryptowallet'],
};

/** Those by which a party is found without a name. */
export const identifierProperties: readonly string[] = [
  'leiCode',
  'isin',
  'uscCode',
  'imoNumber',
  'passportNumber',
  'taxNumber',
  'registrationNumber',
  'swiftBic',
  'publicKey',
];

const properties = new Map(
  Object.entries(headers).flatMap(([property, names]) => names.map((name) => [name, property] as const)),
);

/** The property that a column of this header holds; undefined for none. */
export function propertyOfColumn(header: string): string | undefined {
  return properties.get(header.toLowerCase().replace(/[^a-z]/g, ''));
}

/** The properties that `--column` may name. */
export const columnProperties: readonly string[] = Object.keys(headers);
