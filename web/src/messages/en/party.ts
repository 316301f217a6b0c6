export const party = {
  partyTitle: 'Party',
} as const;
