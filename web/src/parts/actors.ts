import type { MessageKey } from '../messages/en.ts';

/** Somebody who may ask, as one choice: roles and jurisdiction in words of the vocabulary. */
export interface ActorChoice {
  readonly id: string;
  readonly label: MessageKey;
  readonly roles: string;
  readonly jurisdiction: string;
  /** Dealings that are worth asking for; those that the service finds usual for the roles where absent. */
  readonly activities?: string;
}

export const actors: readonly ActorChoice[] = [
  {
    id: 'us-university',
    label: 'actorUsUniversity',
    roles: 'university,grant recipient',
    jurisdiction: 'us',
    activities: 'buy,use,maintain,contract,pay,export,provide services,hold securities',
  },
  { id: 'us-person', label: 'actorUsPerson', roles: 'us-person', jurisdiction: 'us' },
  {
    id: 'us-school',
    label: 'actorUsSchool',
    roles: 'state or local body,grant recipient,usf recipient',
    jurisdiction: 'us',
  },
  { id: 'us-agency', label: 'actorUsAgency', roles: 'federal agency', jurisdiction: 'us' },
  { id: 'us-contractor', label: 'actorUsContractor', roles: 'federal contractor', jurisdiction: 'us' },
  { id: 'us-exporter', label: 'actorUsExporter', roles: 'exporter', jurisdiction: 'us' },
  { id: 'us-importer', label: 'actorUsImporter', roles: 'importer', jurisdiction: 'us' },
  { id: 'us-integrator', label: 'actorUsIntegrator', roles: 'integrator,reseller', jurisdiction: 'us' },
  { id: 'us-bank', label: 'actorUsBank', roles: 'bank', jurisdiction: 'us' },
  { id: 'us-fund', label: 'actorUsFund', roles: 'fund', jurisdiction: 'us' },
  {
    id: 'uk-department',
    label: 'actorUkDepartment',
    roles: 'central government department',
    jurisdiction: 'gb',
  },
  { id: 'uk-company', label: 'actorUkCompany', roles: 'private company', jurisdiction: 'gb' },
  { id: 'eu-company', label: 'actorEuCompany', roles: 'private company', jurisdiction: 'eu' },
  { id: 'ca-company', label: 'actorCaCompany', roles: 'private company', jurisdiction: 'ca' },
];

/** The choice of an address; the first one where it names none that is known. */
export function actorOf(id: string | undefined): ActorChoice {
  return actors.find((actor) => actor.id === id) ?? actors[0]!;
}
