import type { ask as english } from '../en/ask.ts';

export const ask: Record<keyof typeof english, string> = {
  askTitle: '我可以吗？',
};
