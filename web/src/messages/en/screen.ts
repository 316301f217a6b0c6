export const screen = {
  screenTitle: 'Screen',
} as const;
