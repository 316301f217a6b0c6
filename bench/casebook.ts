/** How long the casebook takes to read and check: first in a fresh process, then again. */
import { availableParallelism } from 'node:os';
import { loadCasebook } from '../src/casebook/index.ts';

function timed<Result>(work: () => Result): [Result, number] {
  const start = performance.now();
  return [work(), performance.now() - start];
}

const [casebook, cold] = timed(() => loadCasebook());
const [signatures, tables] = timed(() => casebook.signatures.length);
const warm = Array.from({ length: 9 }, () => timed(() => loadCasebook())[1]).sort((a, b) => a - b)[4]!;
const { parties, listings, links, events, observations, brands, regimes } = casebook;
console.log(
  `input: ${parties.length} parties, ${listings.length} listings, ${links.length} links, ${events.length} events, ` +
    `${observations.length} observations, ${brands.length} brands, ${regimes.length} regimes, ${signatures} signatures`,
);
console.log(`first load ${cold.toFixed(0)} ms, signature tables on first use ${tables.toFixed(0)} ms`);
console.log(`load again ${warm.toFixed(0)} ms (median of 9)`);
console.log(
  `Node ${process.version}, ${availableParallelism()} cores, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
);
