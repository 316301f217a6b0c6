import { auDfat } from './au-dfat/source.ts';
import { caIsed } from './ca-ised/source.ts';
import { caSema } from './ca-sema/source.ts';
import { chSeco } from './ch-seco/source.ts';
import { euFsf } from './eu-fsf/source.ts';
import { jpMeti } from './jp-meti/source.ts';
import { openSanctions } from './opensanctions/source.ts';
import { withSoundRecords } from './sound-records.ts';
import type { Source } from './source.ts';
import { thirdPartyParse } from './third-party-parse/source.ts';
import { ukOfsi } from './uk-ofsi/source.ts';
import { ukSanctionsList } from './uk-sanctions-list/source.ts';
import { unSc } from './un-sc/source.ts';
import { usBisDpl } from './us-bis-dpl/source.ts';
import { usBisEntityList } from './us-bis-entity-list/source.ts';
import { usBisMeu } from './us-bis-meu/source.ts';
import { usBisUvl } from './us-bis-uvl/source.ts';
import { usCbpWro } from './us-cbp-wro/source.ts';
import { usCsl } from './us-csl/source.ts';
import { usDod1260h } from './us-dod-1260h/source.ts';
import { usDod1286 } from './us-dod-1286/source.ts';
import { usFccCovered } from './us-fcc-covered/source.ts';
import { usOfacConsolidated } from './us-ofac-consolidated/source.ts';
import { usOfacNsCmic } from './us-ofac-ns-cmic/source.ts';
import { usOfacSdn } from './us-ofac-sdn/source.ts';
import { usSam } from './us-sam/source.ts';
import { usStateDdtc } from './us-state-ddtc/source.ts';
import { usStateDdtcAdmin } from './us-state-ddtc-admin/source.ts';
import { usStateIsn } from './us-state-isn/source.ts';
import { usUflpa } from './us-uflpa/source.ts';
import { wbDebarred } from './wb-debarred/source.ts';

const all: readonly Source[] = [
  auDfat,
  caIsed,
  caSema,
  chSeco,
  euFsf,
  jpMeti,
  ukOfsi,
  ukSanctionsList,
  unSc,
  usBisDpl,
  usBisEntityList,
  usBisMeu,
  usBisUvl,
  usCbpWro,
  usCsl,
  usDod1260h,
  usDod1286,
  usFccCovered,
  usOfacConsolidated,
  usOfacNsCmic,
  usOfacSdn,
  usSam,
  usStateDdtc,
  usStateDdtcAdmin,
  usStateIsn,
  usUflpa,
  wbDebarred,
  // Last: what others made of official lists.
  openSanctions,
  thirdPartyParse,
];

/** Every list that can be read. */
export const sources: readonly Source[] = all.map(withSoundRecords);
