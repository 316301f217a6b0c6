import { readFileSync } from 'node:fs';
import { jsonLines, oneChunk } from '../formats/index.ts';
import { type ListedParty, partyOfEntityLine } from '../match/index.ts';
import { Fault } from '../model/index.ts';

/** Parties of an entity file (JSONL: id, type, name, aliases, weak_aliases); bad lines are told and passed over. */
export function readEntities(file: string): ListedParty[] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new Fault('AS_FILE_MISSING', 'The entity file cannot be read.', {
      place: { file },
      remedy: 'Give the path of a JSONL file.',
      cause,
    });
  }
  const parties: ListedParty[] = [];
  for (const line of jsonLines(oneChunk(bytes), file)) {
    const party = 'value' in line ? partyOfEntityLine(line.value) : undefined;
    if (party) parties.push(party);
    else process.stderr.write(`aftershock: ${file}:${line.line}: not a party, passed over.\n`);
  }
  if (parties.length === 0) {
    throw new Fault('AS_FILE_EMPTY', 'The entity file has no parties.', { place: { file } });
  }
  return parties;
}
