import type { PartySchema } from '../model/party.ts';

/** The schema that the word of an SDN entry for its kind stands for; `Entity` and no word leave it open. */
export function schemaOfSdnType(type: string | undefined): PartySchema {
  switch (type?.toLowerCase()) {
    case 'individual':
      return 'Person';
    case 'vessel':
      return 'Vessel';
    case 'aircraft':
      return 'Airplane';
    default:
      return 'LegalEntity';
  }
}
