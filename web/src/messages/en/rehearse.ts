export const rehearse = {
  rehearseTitle: 'Rehearse',
} as const;
