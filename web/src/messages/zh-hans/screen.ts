import type { screen as english } from '../en/screen.ts';

export const screen: Record<keyof typeof english, string> = {
  screenTitle: '筛查',
};
