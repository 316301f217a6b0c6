import type { world as english } from '../en/world.ts';

export const world: Record<keyof typeof english, string> = {
  worldTitle: '世界',
};
