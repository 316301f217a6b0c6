import type { rehearse as english } from '../en/rehearse.ts';

export const rehearse: Record<keyof typeof english, string> = {
  rehearseTitle: '推演',
};
