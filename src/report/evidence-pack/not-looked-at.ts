import type { Asset, Device } from '../../model/index.ts';
import type { EvidencePackForm } from './forms.ts';
import type { EvidencePackInput } from './input.ts';

/** What a reader of the pack might take for looked at, and was not; in words. */
export function notLookedAt(
  input: EvidencePackInput,
  form: EvidencePackForm,
  devices: readonly Device[],
): string[] {
  const { portfolio, issues, versions } = input;
  const said: string[] = [];
  const has = (kind: Asset['kind']) => portfolio.assets.some((asset) => asset.kind === kind);
  if (!has('device')) said.push('Equipment: no file with devices was given.');
  if (!has('vendor'))
    said.push('Suppliers: no vendor file was given, so services and parts bought are not seen.');
  if (!has('contract'))
    said.push('Contracts: none were given, so leased equipment and services are not seen.');
  const used = new Set(devices.map(({ site }) => site));
  const empty = portfolio.sites.filter(({ id }) => !used.has(id));
  if (empty.length > 0)
    said.push(`Sites for which no device is in the files: ${empty.map(({ name }) => name).join(', ')}.`);
  const unplaced = devices.filter(({ site }) => site === undefined).length;
  if (unplaced > 0) said.push(`${unplaced} devices have no site in the files.`);
  const lost = issues.filter((issue) => issue.lost);
  if (lost.length > 0) {
    const places = lost
      .slice(0, 10)
      .map(({ file, line, message }) => `${file ?? ''}${line ? `:${line}` : ''} ${message}`);
    said.push(
      `Rows that could not be read: ${lost.length} (${places.join('; ')}${lost.length > 10 ? '; …' : ''}).`,
    );
  }
  if (form.questions.some(({ scope }) => scope === 'spending')) {
    const unfunded = devices.filter(({ facts }) => facts.funding === undefined).length;
    const undated = devices.filter(({ purchased }) => purchased === undefined).length;
    if (unfunded > 0)
      said.push(`${unfunded} devices have no statement of funding of their own in the files.`);
    if (undated > 0) said.push(`${undated} devices have no day of purchase in the files.`);
  }
  if (form.questions.some(({ scope }) => scope === 'delivery'))
    said.push(
      'What is offered or delivered to the Government, unless a file says of an asset that it is for delivery.',
    );
  said.push(
    'Equipment that is in no file: nothing was scanned and no site was visited.',
    'Components inside equipment of other makers, and systems used as a service, unless a file names their maker.',
  );
  if (has('holding') || has('payment'))
    said.push('Holdings and payments: these questions are not about them.');
  if (versions.length === 0)
    said.push('Official lists: none were held; the parties and listings are those of the casebook alone.');
  return [...said, ...form.notCovered];
}
