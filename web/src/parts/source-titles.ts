import { useQuery } from '@tanstack/react-query';
import { get } from '../api/client.ts';
import type { Sources } from '../api/types.generated.ts';

const none: Readonly<Record<string, string>> = {};

/** The title of every source of the casebook by its code; nothing until they have come. */
export function useSourceTitles(): Readonly<Record<string, string>> {
  const query = useQuery({
    queryKey: ['sources'],
    queryFn: ({ signal }) => get<Sources>('sources', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return query.data?.sources ?? none;
}
