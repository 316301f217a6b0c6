export const start = {
  startTitle: 'From a name on a government list to all that it touches',
} as const;
