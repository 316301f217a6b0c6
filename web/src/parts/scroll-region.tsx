import type { ReactNode } from 'react';

/** What may be wider than the page: it scrolls by itself, also by keyboard. */
export function ScrollRegion({
  label,
  className = '',
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no landmark and no set of fields.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody could scroll it by keyboard.
    <div className={`scroll ${className}`} role="group" tabIndex={0} aria-label={label}>
      {children}
    </div>
  );
}
