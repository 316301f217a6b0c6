import type { ReactNode, Ref } from 'react';

/** A part of the page that scrolls sideways where the window is too narrow; it can be reached and moved by keyboard. */
export function ScrollBox({
  label,
  className = '',
  ref,
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
    <div ref={ref} className={`scroll ${className}`} role="group" tabIndex={0} aria-label={label}>
      {children}
    </div>
  );
}
