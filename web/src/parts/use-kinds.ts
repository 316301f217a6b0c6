import type { MessageKey } from '../messages/en.ts';
import { useMessages } from '../messages/messages.tsx';
import { numberText } from './number-text.ts';

/** `734 devices, 22 vendors`. */
export function useKinds(): (kinds: Readonly<Record<string, number>>) => string {
  const { say } = useMessages();
  return (kinds) =>
    Object.entries(kinds)
      .map(([kind, count]) => `${numberText(count)} ${say(`kind ${kind}` as MessageKey)}`)
      .join(', ');
}
