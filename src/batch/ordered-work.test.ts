import { describe, expect, it } from 'vitest';
import type { CountingOptions } from './counting-worker.fixture.ts';
import { orderedWork } from './ordered-work.ts';

const worker = new URL('./counting-worker.fixture.ts', import.meta.url);

interface Result {
  readonly task: number;
  readonly said: unknown;
}

async function run(tasks: readonly number[] | AsyncIterable<number>, threads: number, options = {}) {
  const results: Result[] = [];
  const numbers: number[] = [];
  const finals = await orderedWork<number, Result, number>({
    worker,
    options: options satisfies CountingOptions,
    tasks,
    threads,
    answer: (question) => Number(question) * 2,
    async onResult(result, number) {
      // A slow reader, which may not be overtaken.
      if (number % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      results.push(result);
      numbers.push(number);
    },
  });
  return { results, numbers, finals };
}

const tasks = Array.from({ length: 60 }, (_, index) => index + 1);

describe('work in threads', () => {
  it.each([1, 2, 5])('gives results in the order of the tasks, with %i threads', async (threads) => {
    const { results, numbers, finals } = await run(tasks, threads);
    expect(results.map(({ task }) => task)).toEqual(tasks);
    expect(results.map(({ said }) => said)).toEqual(tasks.map((task) => task * 2));
    expect(numbers).toEqual(tasks.map((_, index) => index));
    expect(finals).toHaveLength(threads);
    expect(finals.reduce((sum, count) => sum + count, 0)).toBe(tasks.length);
  });

  it('takes tasks as they are worked on, a few a thread ahead of the reader', async () => {
    let taken = 0;
    let told = 0;
    let most = 0;
    async function* each() {
      for (const task of tasks) {
        taken++;
        most = Math.max(most, taken - told);
        yield task;
      }
    }
    await orderedWork<number, Result, number>({
      worker,
      options: {},
      tasks: each(),
      threads: 2,
      answer: () => 0,
      async onResult() {
        await new Promise((resolve) => setImmediate(resolve));
        told++;
      },
    });
    expect(told).toBe(tasks.length);
    // Three a thread, and the one that is being asked for.
    expect(most).toBeLessThanOrEqual(2 * 3 + 1);
  });

  it('ends at once where there is nothing to do', async () => {
    const { results, finals } = await run([], 4);
    expect(results).toEqual([]);
    expect(finals).toEqual([0]);
  });

  it('throws the fault of a thread with its place and remedy', async () => {
    await expect(run(tasks, 2, { faultAt: 7 })).rejects.toMatchObject({
      code: 'AS_ROW',
      message: 'Task 7 cannot be done.',
      place: { file: 'tasks', line: 7 },
      remedy: 'Leave it out.',
    });
  });

  it('fails where a thread breaks, instead of waiting for ever', async () => {
    await expect(run(tasks, 2, { defectAt: 7 })).rejects.toThrow('Task 7 is broken.');
  });

  it('fails where the reader of the results does', async () => {
    const failing = orderedWork<number, Result, number>({
      worker,
      options: {},
      tasks,
      threads: 2,
      answer: () => 0,
      onResult: () => Promise.reject(new Error('the disk is full')),
    });
    await expect(failing).rejects.toThrow('the disk is full');
  });

  it('fails where the tasks cannot be read on', async () => {
    async function* broken() {
      yield 1;
      throw new Error('the file is cut off');
    }
    await expect(run(broken(), 2)).rejects.toThrow('the file is cut off');
  });
});
