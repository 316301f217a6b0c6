import type { PathStep } from '../api/types.generated.ts';
import { NameText } from './name-text.tsx';

/** A path from a party to the listed one, step by step with shares. */
export function PathText({ path }: { readonly path: readonly PathStep[] }) {
  return (
    <ol className="path plain" lang="en">
      {path.map((step) => (
        <li key={`${step.from} ${step.relation} ${step.to}`}>
          <NameText>{step.from}</NameText> <span className="quiet">{step.relation}</span>{' '}
          <NameText>{step.to}</NameText>
          {step.share && <span className="share"> {step.share}</span>}{' '}
          {step.source && (
            <span className="quiet">
              ({step.source}
              {step.verified && step.verified !== 'verified' ? `, ${step.verified}` : ''})
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
