import { csvLine } from '../../formats/index.ts';
import { describePlace } from '../../model/index.ts';
import type { ExaminedThing } from './examine.ts';
import type { EvidencePackInput } from './input.ts';
import { evidencePack } from './pack.ts';

const header = [
  'paragraph',
  'outcome',
  'asset',
  'kind of asset',
  'description',
  'brand',
  'model',
  'serial',
  'kind of goods',
  'units',
  'site',
  'produced by',
  'sureness',
  'match because',
  'evidence',
  'stated',
  'provision',
  'citation',
  'source flag',
  'because',
  'rule',
  'what would decide or make sure',
  'rows of the files',
];

/** Every asset that the pack speaks of, one a line, for a spreadsheet; formulas in names are disarmed. */
export function evidencePackCsv(input: EvidencePackInput): string {
  const { things, form } = evidencePack(input);
  const paragraphs = new Map(form.questions.map(({ id, paragraph }) => [id, paragraph]));
  const lines = things.map((thing) => cellsOf(thing, paragraphs.get(thing.question) ?? thing.question));
  return [header, ...lines].map((cells) => `${csvLine(cells)}\r\n`).join('');
}

const outcomes = { found: 'found', open: 'not decided', free: 'matched, not covered' } as const;

function cellsOf(thing: ExaminedThing, paragraph: string): string[] {
  const { asset, touch, provision } = thing;
  const device = asset.kind === 'device' ? asset : undefined;
  return [
    paragraph,
    outcomes[thing.outcome],
    asset.id,
    asset.kind,
    thing.label,
    device?.brand ?? '',
    device?.model ?? '',
    device?.serial ?? '',
    thing.kind ?? '',
    String(thing.count),
    thing.site ?? '',
    thing.producer ?? '',
    thing.confidence,
    touch?.explanation ?? '',
    (touch?.evidence ?? [])
      .filter((one) => one.for)
      .map((one) => `${one.signal} ${one.value} (${one.source})`)
      .join('; '),
    thing.stated,
    provision?.provision ?? '',
    provision?.citation ?? '',
    provision?.verified ?? '',
    thing.because,
    provision?.because ?? '',
    thing.settle ?? '',
    asset.rows.map(describePlace).join('; '),
  ];
}
