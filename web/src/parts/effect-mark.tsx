import './effect-mark.css';
import { en, type MessageKey } from '../messages/en.ts';
import { useMessages } from '../messages/messages.tsx';

const looks: Readonly<Record<string, { readonly token: string; readonly sign: string }>> = {
  blocked: { token: 'blocked', sign: '■' },
  prohibited: { token: 'prohibited', sign: '▲' },
  'licence required': { token: 'licence', sign: '◆' },
  'not authorised': { token: 'not-authorised', sign: '⬢' },
  ineligible: { token: 'ineligible', sign: '▼' },
  'rebuttable presumption': { token: 'presumption', sign: '◐' },
  'removal required': { token: 'removal', sign: '✕' },
  'disclosure required': { token: 'disclosure', sign: '◧' },
  'red flag': { token: 'red-flag', sign: '⚑' },
  allowed: { token: 'allowed', sign: '○' },
  undetermined: { token: 'undetermined', sign: '?' },
};

/** The word for an effect in the language of the page. */
export function useEffectWord(): (effect: string) => string {
  const { say } = useMessages();
  return (effect) => {
    const key = `effect ${effect}`;
    return key in en ? say(key as MessageKey) : effect;
  };
}

/** The token of the colour and the sign of an effect, for pictures. */
export function effectLook(effect: string): { readonly token: string; readonly sign: string } {
  return looks[effect] ?? { token: 'undetermined', sign: '?' };
}

/** An effect as colour, sign and word: never colour alone. */
export function EffectMark({ effect }: { readonly effect: string }) {
  const word = useEffectWord();
  const look = effectLook(effect);
  return (
    <span className="effect">
      <i className={`swatch ${look.token}`} aria-hidden="true" />
      <span aria-hidden="true">{look.sign}</span> {word(effect)}
    </span>
  );
}
