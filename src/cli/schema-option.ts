import { type QueryKind, queryKindOfSchema } from '../match/index.ts';
import { Fault, partySchemas } from '../model/index.ts';

/** The kind that `--schema` asks for; any where it is not given. Throws `AS_UNKNOWN_WORD` for what is no schema. */
export function kindOfSchemaOption(word: string | undefined): QueryKind {
  if (word === undefined) return 'any';
  if (!partySchemas.some((schema) => schema.toLowerCase() === word.toLowerCase()))
    throw new Fault('AS_UNKNOWN_WORD', `There is no schema "${word}".`, {
      place: { field: '--schema' },
      remedy: `Schemas are ${partySchemas.join(', ')}.`,
    });
  return queryKindOfSchema(word);
}
