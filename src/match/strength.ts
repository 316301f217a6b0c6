import calibration from './tables/calibration.json' with { type: 'json' };

/**
 * How much the whole evidence supports that both are one party, before calibration, in natural logarithms of odds:
 * the rarity of what the names share, how alike they are, and the facts beside the name.
 */
export function rawStrength(similarity: number, rarity: number, evidence: number): number {
  return 8 * (similarity - 1) + 2.2 * Math.min(rarity, 2.5) - 2.6 + evidence;
}

/** Beyond the ends of the table the doubt that is left falls by this factor of e for each unit of raw strength. */
const tail = 0.5;

/** The calibrated probability for a raw strength: straight lines between the points of the table. */
export function calibratedStrength(raw: number): number {
  // A JSON import knows lists of numbers, not pairs.
  const points = calibration.points as unknown as readonly (readonly [number, number])[];
  const [firstRaw, least] = points[0]!;
  if (raw <= firstRaw) return least * Math.exp(tail * (raw - firstRaw));
  for (let at = 1; at < points.length; at++) {
    const [x, y] = points[at]!;
    const [x0, y0] = points[at - 1]!;
    if (raw <= x) return y0 + ((y - y0) * (raw - x0)) / (x - x0);
  }
  const [lastRaw, most] = points.at(-1)!;
  return 1 - (1 - most) * Math.exp(-tail * (raw - lastRaw));
}
