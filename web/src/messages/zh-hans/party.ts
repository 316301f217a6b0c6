import type { party as english } from '../en/party.ts';

export const party: Record<keyof typeof english, string> = {
  partyTitle: '主体',
};
