/**
 * Fits the weights of equipment evidence on generated sites (seed 1) and prints the calibration on sites of another
 * seed (2), which the fit has not seen. With `--write`, the fitted weights replace src/equipment/tables/weights.json.
 */
import { writeFileSync } from 'node:fs';
import ouiEntries from 'oui-data' with { type: 'json' };
import { loadCasebook } from '../src/casebook/index.ts';
import { calibrate } from '../src/equipment/calibration/calibration-table.ts';
import { fitWeights } from '../src/equipment/calibration/fit-weights.ts';
import { generateDevices } from '../src/equipment/calibration/generate-site.ts';
import startTable from '../src/equipment/calibration/starting-weights.json' with { type: 'json' };
import { defaultWeights, type Weights } from '../src/equipment/clue.ts';
import { createClueReader, createIdentifier } from '../src/equipment/identify.ts';

const size = 20_000;
const casebook = loadCasebook();
const knowledge = { brands: casebook.brands, signatures: casebook.signatures, ouiEntries };
const readClues = createClueReader(knowledge);
const start = startTable as Weights;

const examples = generateDevices(knowledge, 1, size).map(({ device, group }) => ({
  clues: readClues(device),
  group,
}));
const fitted = fitWeights(examples, start, { rounds: 400, rate: 2, hold: 30, largest: 8 });
const isWriting = process.argv.includes('--write');
const weights: Weights = isWriting ? { ...fitted, version: '1' } : defaultWeights;
if (isWriting) {
  const source = `fitted by bench/calibrate-equipment.ts on ${size} generated devices, seed 1`;
  const text = JSON.stringify({ ...weights, source }, null, 2);
  writeFileSync(new URL('../src/equipment/tables/weights.json', import.meta.url), `${text}\n`);
}

console.log('| kind of clue | start | fitted |\n| --- | --- | --- |');
for (const [kind, weight] of Object.entries(fitted.weights)) {
  console.log(`| ${kind} | ${start.weights[kind as keyof typeof start.weights]} | ${weight} |`);
}
const identifier = createIdentifier(knowledge, weights);
for (const noise of [1, 3]) print(noise);

function print(noise: number): void {
  const result = calibrate(identifier, generateDevices(knowledge, 2, size, noise));
  console.log(
    `\n${size} devices of seed 2, weights version ${weights.version}, mistakes ${noise} times as often as assumed\n`,
  );
  console.log('| called | devices | right | share |\n| --- | --- | --- | --- |');
  for (const { confidence, devices, right } of result.rows) {
    const share = confidence === 'unknown' ? '-' : `${((100 * right) / Math.max(1, devices)).toFixed(2)} %`;
    console.log(`| ${confidence} | ${devices} | ${right} | ${share} |`);
  }
  console.log('\n| stated probability | devices | mean stated | right |\n| --- | --- | --- | --- |');
  for (const bin of result.bins) {
    if (bin.devices === 0) continue;
    console.log(
      `| ${bin.from.toFixed(1)} to ${(bin.from + 0.1).toFixed(1)} | ${bin.devices} | ${bin.meanScore.toFixed(3)} | ${(bin.right / bin.devices).toFixed(3)} |`,
    );
  }
  const { devices, named, amongCandidates } = result.covered;
  console.log(
    `\ncovered makers: ${devices} devices, named at possible or better ${named} (${((100 * named) / devices).toFixed(2)} %), among the candidates ${amongCandidates} (${((100 * amongCandidates) / devices).toFixed(2)} %)`,
  );
}
