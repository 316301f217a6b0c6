/**
 * Optimal string alignment distance: how many insertions, deletions, replacements and swaps of neighbours turn one
 * text into the other. For suggesting a word after a typing error; short texts only (time is the product of lengths).
 */
export function editDistance(left: string, right: string): number {
  const width = right.length + 1;
  let before = new Uint16Array(width);
  let previous = new Uint16Array(width);
  let current = new Uint16Array(width);
  for (let column = 0; column < width; column++) previous[column] = column;
  for (let row = 1; row <= left.length; row++) {
    current[0] = row;
    for (let column = 1; column < width; column++) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        best = Math.min(best, before[column - 2]! + 1);
      }
      current[column] = best;
    }
    [before, previous, current] = [previous, current, before];
  }
  return previous[width - 1]!;
}
