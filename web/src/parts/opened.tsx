import { type ReactNode, useEffect, useRef } from 'react';

/**
 * What opens below the row or mark that was chosen. Where that would be out of sight, the page moves just so far that
 * its beginning is seen, with what was chosen still on view.
 */
export function Opened({
  label,
  className = 'detail',
  children,
}: {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const top = section.current?.getBoundingClientRect().top ?? 0;
    if (top > 0.75 * window.innerHeight) window.scrollBy(0, top - 0.6 * window.innerHeight);
  }, []);
  return (
    <section ref={section} className={className} aria-label={label}>
      {children}
    </section>
  );
}
