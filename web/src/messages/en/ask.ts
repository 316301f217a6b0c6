export const ask = {
  askTitle: 'May I?',
} as const;
