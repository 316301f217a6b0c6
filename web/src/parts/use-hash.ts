import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Goes to the part of the page that the address names once it is there: its data comes after the page itself. */
export function useHash(isThere: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (isThere && hash) document.getElementById(hash)?.scrollIntoView();
  }, [isThere, hash]);
}
