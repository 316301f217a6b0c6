export const world = {
  worldTitle: 'World',
} as const;
