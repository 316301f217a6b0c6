import type { start as english } from '../en/start.ts';

export const start: Record<keyof typeof english, string> = {
  startTitle: '从政府名单上的一个名字，到它所触及的一切',
};
