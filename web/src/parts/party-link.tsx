import { Link } from '@tanstack/react-router';
import { NameText } from './name-text.tsx';
import type { PageState } from './page-state.ts';

/** A party by its name, which opens its page; the clocks and the actor of the page it stands on go with it. */
export function PartyLink({
  id,
  caption,
  keep = {},
}: {
  readonly id: string;
  readonly caption: string;
  readonly keep?: PageState;
}) {
  return (
    <Link to="/party/$id" params={{ id }} search={keep}>
      <NameText>{caption}</NameText>
    </Link>
  );
}
