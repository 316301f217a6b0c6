import calibration from './tables/calibration.json' with { type: 'json' };

/**
 * How much the whole evidence supports that both are one party, before calibration, in natural logarithms of odds:
 * the rarity of what the names share, how alike they are, and the facts beside the name.
 */
export function rawStrength(similarity: number, rarity: number, evidence: number): number {
  return 8 * (similarity - 1) + 2.2 * Math.min(rarity, 2.5) - 2.6 + evidence;
}

/** The calibrated probability for a raw strength: straight lines between the points of the table. */
export function calibratedStrength(raw: number): number {
  const points = calibration.points;
  const first = points[0]!;
  if (raw <= first[0]!) return first[1]!;
  for (let at = 1; at < points.length; at++) {
    const [x, y] = points[at]! as [number, number];
    const [x0, y0] = points[at - 1]! as [number, number];
    if (raw <= x) return y0 + ((y - y0) * (raw - x0)) / (x - x0);
  }
  return points.at(-1)![1]!;
}
