/**
 * Facts that conditions may use although nobody states them: they follow from the item, the parties and other facts.
 * The question is what is asked where they cannot be told.
 */
export const computedFacts: ReadonlyMap<string, { readonly says: string; readonly ask: string }> = new Map([
  [
    'item kind',
    { says: 'The kind of goods, from `item.kind` or the description', ask: 'What kind of goods is it?' },
  ],
  ['eccn', { says: 'The export control classification number, from `item.eccn`', ask: 'What is its ECCN?' }],
  [
    'chemical or biological protection item',
    {
      says: 'Whether it is an EAR99 item described in the Note to ECCN 1A995',
      ask: 'Is it an item for protection against chemical or biological agents?',
    },
  ],
  [
    'infectious disease item',
    {
      says: 'Whether it is needed to detect, identify or treat infectious disease',
      ask: 'Is it needed to detect, identify or treat infectious disease?',
    },
  ],
  [
    'sale leaves the country',
    { says: 'Whether a sale sends the goods to another country', ask: 'Do the goods leave the country?' },
  ],
  [
    'counterparty country',
    { says: 'Where the counterparty is organised', ask: 'In which country is the counterparty organised?' },
  ],
  [
    'maker country',
    { says: 'Where the maker of the goods is organised', ask: 'In which country is the maker organised?' },
  ],
  [
    'party is an individual',
    { says: 'Whether the counterparty is a natural person', ask: 'Is the counterparty a natural person?' },
  ],
  [
    'through US banks',
    {
      says: 'Whether the payment is in US dollars or runs through a US bank',
      ask: 'Is the payment in US dollars or through a US bank?',
    },
  ],
  [
    'defence article',
    { says: 'Whether the goods are defence articles', ask: 'Are the goods on the US Munitions List?' },
  ],
  [
    'controlled item',
    {
      says: 'Whether the item is on the control or munitions list',
      ask: 'Is the item on the control or munitions list?',
    },
  ],
]);
