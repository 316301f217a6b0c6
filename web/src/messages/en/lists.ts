export const lists = {
  listsTitle: 'Lists',
} as const;
