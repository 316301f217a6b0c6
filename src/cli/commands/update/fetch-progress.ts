import type { FetchOptions } from '../../../archive/index.ts';

type Told = Required<Pick<FetchOptions, 'onProgress' | 'onDone' | 'onRetry'>>;

/**
 * What is being fetched, on one line of stderr that is written over; without a terminal a line every five seconds. Several
 * files are under way at a time.
 */
export function fetchProgress(stream: NodeJS.WriteStream = process.stderr): Told & { end(): void } {
  const live = stream.isTTY === true;
  const pause = live ? 100 : 5000;
  const under = new Map<string, string>();
  let lists = '';
  let shown = -Infinity;
  const show = () => {
    const now = performance.now();
    if (now - shown < pause || under.size === 0) return;
    shown = now;
    const files = [...under.values()].join(', ');
    const text = `Fetching ${files}${lists}`;
    stream.write(live ? `\r\u001b[K${text.slice(0, (stream.columns ?? 80) - 1)}` : `${text}\n`);
  };
  const clear = () => {
    if (live) stream.write('\r\u001b[K');
  };
  return {
    onProgress(list, file, received, total) {
      const size =
        total === undefined ? megabytes(received) : `${megabytes(received)} of ${megabytes(total)}`;
      under.set(list, `${list} ${file} ${size} MB`);
      show();
    },
    onDone(list, done, total) {
      under.delete(list);
      lists = `; ${done} of ${total} lists done`;
      show();
    },
    onRetry(message, wait) {
      clear();
      stream.write(`${message}; trying again in ${Math.round(wait / 100) / 10} s\n`);
    },
    end: clear,
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
