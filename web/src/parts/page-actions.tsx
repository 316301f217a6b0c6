import { useState } from 'react';
import { useMessages } from '../messages/messages.tsx';

/** What one does with a finished page: hand on its address, or print and file it. */
export function PageActions() {
  const { say } = useMessages();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <p className="page-actions screen-only">
      {/* Browsers lend the clipboard to nobody else: a page of another machine without https has none. */}
      {window.isSecureContext && (
        <button type="button" className="link-button" onClick={() => void copy()}>
          <span aria-live="polite">{say(isCopied ? 'copied' : 'copyLink')}</span>
        </button>
      )}
      <button type="button" className="link-button" onClick={() => window.print()}>
        {say('print')}
      </button>
    </p>
  );
}
