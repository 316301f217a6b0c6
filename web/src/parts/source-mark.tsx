import './source-mark.css';
import { useId, useState } from 'react';
import type { Provenance } from '../api/types.generated.ts';
import { en, type MessageKey } from '../messages/en.ts';
import { useMessages } from '../messages/messages.tsx';
import { useSourceTitles } from './source-titles.ts';

/** The word for how far a fact is verified, in the language of the page. */
export function useVerification(): (verified: string) => string {
  const { say } = useMessages();
  return (verified) => (verified in en ? say(verified as MessageKey) : verified);
}

/**
 * Where a fact is from: the codes beside it, the titles when it is pointed at, reached by keyboard or opened, and in print the codes, which
 * the list of sources at the end explains. What is not verified says so at once.
 */
export function SourceMark({ provenance }: { readonly provenance: Provenance }) {
  const { say } = useMessages();
  const titles = useSourceTitles();
  const verification = useVerification();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const codes = provenance.source.split(',').map((code) => code.trim());
  const isCounted = codes.length > 2 && provenance.source.length > 24;
  // The name of the button begins with what it shows, so that it can be called by that.
  const isVerified = provenance.verified === 'verified';
  const flag = isVerified ? '' : `, ${verification(provenance.verified)}`;
  const count = say('sourceCount', { count: codes.length });
  const named = isCounted
    ? `${count}${flag}: ${provenance.source}`
    : `${say('source')}: ${provenance.source}${flag}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing only shows what the button inside opens as well.
    <span className="source" onMouseEnter={() => setOpen(true)} onMouseLeave={() => setOpen(false)}>
      <button
        type="button"
        className="source-code"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={named}
        onClick={() => setOpen(!isOpen)}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      >
        {isCounted ? (
          <>
            <span className="screen-only">{count}</span>
            <span className="print-only">{provenance.source}</span>
          </>
        ) : (
          provenance.source
        )}
        {!isVerified && <em> {verification(provenance.verified)}</em>}
      </button>
      <span id={id} role="note" className="source-card" hidden={!isOpen}>
        {codes.map((code) => (
          <span key={code} className="source-line">
            <b>{code}</b> {titles[code] ?? ''}
          </span>
        ))}
        {provenance.note && <span className="source-line">{provenance.note}</span>}
        <span className="source-line quiet">{verification(provenance.verified)}</span>
      </span>
    </span>
  );
}
