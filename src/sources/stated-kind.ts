import type { PartySchema } from '../model/party.ts';

/**
 * The schema that a publisher's own word for the kind of an entry stands for. `Entity` says that it is no person; no word,
 * or one that is not known, leaves that open (`LegalEntity`).
 */
export function schemaOfKind(word: string | undefined): PartySchema {
  switch (word?.toLowerCase()) {
    case 'individual':
    case 'person':
      return 'Person';
    case 'entity':
    case 'enterprise':
      return 'Organization';
    case 'vessel':
    case 'ship':
      return 'Vessel';
    case 'aircraft':
      return 'Airplane';
    default:
      return 'LegalEntity';
  }
}
