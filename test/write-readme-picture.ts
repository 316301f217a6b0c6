import { writeFileSync } from 'node:fs';
import { openEngine } from '../src/engine/index.ts';
import type { Day } from '../src/model/index.ts';
import { shockMap, shockMapSvg } from '../src/report/index.ts';

// The picture of the README is made by the program from the casebook alone: the main scenario on the demo portfolios.
const engine = openEngine({ home: '.no-archive', today: '2026-11-22' as Day });
const scenario = engine.scenario('hikvision-sdn');
const rehearsals = engine.casebook.portfolios.map(({ id }) =>
  engine.rehearse(scenario, engine.portfolio(id).portfolio),
);
const svg = shockMapSvg(shockMap(rehearsals, 'Hikvision'));
const style =
  '<style>svg{color:#1c1a17;background:#fdfcf9;font-family:"IBM Plex Sans",Inter,"Segoe UI",sans-serif}</style>';
writeFileSync(
  new URL('../docs/shock-map.svg', import.meta.url),
  `${svg.replace('<defs>', `${style}<defs>`)}\n`,
);
