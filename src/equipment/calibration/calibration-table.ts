import { type Confidence, confidences } from '../../model/index.ts';
import type { Identification, Identifier } from '../identification.ts';
import { nameByText } from '../names.ts';
import type { LabelledDevice } from './generate-site.ts';

/** Of devices called so, how many are right. */
export interface CalibrationRow {
  readonly confidence: Confidence;
  readonly devices: number;
  readonly right: number;
}

export interface Calibration {
  readonly rows: readonly CalibrationRow[];
  /** Right share by tenth of the stated probability of the maker that is named. */
  readonly bins: readonly {
    readonly from: number;
    readonly devices: number;
    readonly right: number;
    readonly meanScore: number;
  }[];
  /** Devices of makers that the law names with any evidence at all, and how many of them are named at `possible` or better. */
  readonly covered: { readonly devices: number; readonly named: number; readonly amongCandidates: number };
}

/** Groups whose devices section 889(f)(3) names: what must not be missed. */
const coveredGroups: ReadonlySet<string> = new Set(['Hikvision', 'Dahua', 'Huawei', 'ZTE', 'Hytera']);

/** Runs the identifier over labelled devices. Devices without any evidence count as devices all the same. */
export function calibrate(identifier: Identifier, devices: readonly LabelledDevice[]): Calibration {
  const rows = new Map<Confidence, { devices: number; right: number }>(
    confidences.map((word) => [word, { devices: 0, right: 0 }]),
  );
  const bins = Array.from({ length: 10 }, () => ({ devices: 0, right: 0, sum: 0 }));
  const covered = { devices: 0, named: 0, amongCandidates: 0 };
  for (const { device, maker, group } of devices) {
    const found = identifier.identify(device);
    const isRight = found.maker?.name === maker;
    const row = rows.get(found.confidence)!;
    row.devices++;
    if (isRight) row.right++;
    if (found.maker) {
      const bin = bins[Math.min(9, Math.floor(found.score * 10))]!;
      bin.devices++;
      bin.sum += found.score;
      if (isRight) bin.right++;
    }
    if (coveredGroups.has(group) && hasEvidence(found)) {
      covered.devices++;
      if (groupOf(found.maker?.name) === group) covered.named++;
      if (found.candidates.some((candidate) => groupOf(candidate.name) === group)) covered.amongCandidates++;
    }
  }
  return {
    rows: confidences.map((confidence) => ({ confidence, ...rows.get(confidence)! })),
    bins: bins.map(({ devices: count, right, sum }, index) => ({
      from: index / 10,
      devices: count,
      right,
      meanScore: count === 0 ? 0 : sum / count,
    })),
    covered,
  };
}

/** A device of which an export shows nothing but its place on the network cannot be told by anybody. */
function hasEvidence(found: Identification): boolean {
  return (
    found.brand !== undefined ||
    found.candidates.length > 0 ||
    found.evidence.some((item) => item.weight !== 0)
  );
}

function groupOf(name: string | undefined): string | undefined {
  return name === undefined ? undefined : (nameByText(name)?.group ?? name);
}
