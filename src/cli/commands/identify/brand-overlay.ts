import { fileChunks } from '../../../engine/file-chunks.ts';
import { csvRecords } from '../../../formats/index.ts';
import { type BrandFact, Fault, isDay, type PartyId } from '../../../model/index.ts';

/** A user's own brand facts: `brand,maker,relation,grade,from,until,models,source`. They stand beside ours; neither is dropped. */
export function readBrandOverlay(file: string): BrandFact[] {
  const records = [...csvRecords(fileChunks(file), { file })];
  const [first] = records;
  const missing = ['brand', 'maker', 'grade', 'source'].filter(
    (name) => first && first.values[name] === undefined,
  );
  if (first && missing.length > 0)
    throw new Fault('AS_FIELD', `The columns ${missing.join(', ')} are missing.`, {
      place: { file, line: 1 },
      remedy: `The first line has to name them; it has ${Object.keys(first.values).join(', ')}. See docs/equipment.md.`,
    });
  return records.map(({ line, values }): BrandFact => {
    const field = (name: string) => values[name]?.trim() ?? '';
    const grade = field('grade').toUpperCase();
    const refuse = (message: string, name: string): never => {
      throw new Fault('AS_FIELD', message, {
        place: { file, line, field: name },
        remedy: 'See docs/equipment.md for the columns.',
      });
    };
    if (!field('brand')) refuse('The row names no brand.', 'brand');
    if (!field('maker')) refuse('The row names no maker.', 'maker');
    if (!field('source')) refuse('A statement about a maker needs its source.', 'source');
    if (grade !== 'A' && grade !== 'B' && grade !== 'C' && grade !== 'D')
      return refuse(`"${grade}" is no grade.`, 'grade');
    const day = (name: string) => {
      const text = field(name);
      return text === '' ? undefined : isDay(text) ? text : refuse(`"${text}" is not a calendar day.`, name);
    };
    const models = field('models');
    if (models && !isPattern(models)) refuse(`"${models}" is no regular expression.`, 'models');
    const from = day('from');
    const until = day('until');
    return {
      id: `own-${line}`,
      brand: field('brand'),
      // The identifier looks makers up by party id or by name.
      maker: field('maker') as PartyId,
      relation: field('relation') || 'OEM',
      grade,
      ...(from ? { from } : {}),
      ...(until ? { until } : {}),
      ...(models ? { models } : {}),
      status: 'given by the user',
      provenance: { source: field('source'), verified: 'secondary' },
    };
  });
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text));
  } catch {
    return false;
  }
}
