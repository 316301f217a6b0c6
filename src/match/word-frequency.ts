/** How many of `backgroundTotal` parties of the lists at large have a word of this spelling family. */
export function backgroundCount(_fold: string): number {
  return 0;
}

export const backgroundTotal = 1_000_000;
