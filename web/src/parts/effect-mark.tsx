import './effect-mark.css';

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

/** An effect as colour, sign and word: never colour alone. */
export function EffectMark({ effect }: { readonly effect: string }) {
  const look = looks[effect] ?? { token: 'undetermined', sign: '?' };
  return (
    <span className="effect">
      <i className={`swatch ${look.token}`} aria-hidden="true" />
      <span aria-hidden="true">{look.sign}</span> {effect}
    </span>
  );
}
