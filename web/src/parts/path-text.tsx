import type { PathStep } from '../api/types.generated.ts';
import { NameText } from './name-text.tsx';
import { SourceMark } from './source-mark.tsx';

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
            <SourceMark provenance={{ source: step.source, verified: step.verified ?? 'verified' }} />
          )}
        </li>
      ))}
    </ol>
  );
}
