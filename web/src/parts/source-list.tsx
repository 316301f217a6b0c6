import './source-list.css';
import type { PathStep } from '../api/types.generated.ts';
import { useMessages } from '../messages/messages.tsx';
import { useSourceTitles } from './source-titles.ts';

/** What the codes of a page stand for. On paper it takes the place of the cards that open on the screen. */
export function SourceList({ codes }: { readonly codes: Iterable<string> }) {
  const { say } = useMessages();
  const titles = useSourceTitles();
  const known = [...new Set([...codes].flatMap((code) => code.split(',').map((one) => one.trim())))]
    .filter((code) => titles[code] !== undefined)
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{say('partySources')}</h2>
      <dl className="sources" lang="en">
        {known.map((code) => (
          <div key={code}>
            <dt>{code}</dt>
            <dd>{titles[code]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The codes that the steps of paths name. */
export function codesOfPaths(things: readonly { readonly path: readonly PathStep[] }[]): string[] {
  return things.flatMap(({ path }) => path.flatMap(({ source }) => source ?? []));
}

/** `S9` before `S10`. */
function sortKey(code: string): string {
  return code.replace(/\d+/, (digits) => digits.padStart(3, '0'));
}
