import { useEffect } from 'react';

/** The heading of a page, which is also the title of the window. */
export function PageTitle({ children, window }: { readonly children: string; readonly window?: string }) {
  useEffect(() => {
    document.title = `${window ?? children} · Aftershock`;
  }, [children, window]);
  return (
    <h1>
      <bdi>{children}</bdi>
    </h1>
  );
}
