/**
 * Makes the large tables of the demo portfolios from a seed: `node casebook/portfolios/made-by/generate.ts`. The other files of
 * the portfolios are written by hand. A test holds the files against what this gives.
 */
import { writeFileSync } from 'node:fs';
import { contractorDevices } from './contractor.ts';
import { schoolDevices } from './school-district.ts';

/** File name below `casebook/portfolios` and text of every generated table. */
export function generated(): Readonly<Record<string, string>> {
  return {
    'harlow-prairie-school-district/devices.csv': schoolDevices(),
    'marrow-creek-systems/devices.csv': contractorDevices(),
  };
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(generated())) {
    writeFileSync(new URL(`../${name}`, import.meta.url), text);
    console.log(`${name}: ${text.split('\n').length - 2} rows`);
  }
}
