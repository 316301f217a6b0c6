import { writeFileSync } from 'node:fs';
import { openEngine } from '../src/engine/index.ts';
import type { Day } from '../src/model/index.ts';
import { shockMap, shockMapSvg } from '../src/report/index.ts';

const style =
  '<style>svg{color:#1c1a17;background:#fdfcf9;font-family:"IBM Plex Sans",Inter,"Segoe UI",sans-serif}</style>';

/** The picture of the README, from the casebook alone: the main scenario on the demo portfolios. */
export function readmePicture(): string {
  const engine = openEngine({ home: '.no-archive', today: '2026-11-22' as Day });
  const scenario = engine.scenario('hikvision-sdn');
  const rehearsals = engine.casebook.portfolios.map(({ id }) =>
    engine.rehearse(scenario, engine.portfolio(id).portfolio),
  );
  const svg = shockMapSvg(shockMap(rehearsals, 'Hikvision'));
  return `${svg.replace('<defs>', `${style}<defs>`)}\n`;
}

if (import.meta.main) writeFileSync(new URL('../docs/shock-map.svg', import.meta.url), readmePicture());
