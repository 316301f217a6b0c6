import { Fault } from '../model/index.ts';
import { askMainThread, serveTasks } from './serve-tasks.ts';

export interface CountingOptions {
  /** The task with this number throws a `Fault`. */
  readonly faultAt?: number;
  /** The task with this number throws what is none. */
  readonly defectAt?: number;
}

/** What a task gives: what the main thread said of it, after some work that is longer for every third. */
serveTasks((options: CountingOptions) => {
  let worked = 0;
  return {
    work(task: number) {
      worked++;
      if (task === options.faultAt)
        throw new Fault('AS_ROW', `Task ${task} cannot be done.`, {
          place: { file: 'tasks', line: task },
          remedy: 'Leave it out.',
        });
      if (task === options.defectAt) throw new Error(`Task ${task} is broken.`);
      let sum = 0;
      for (let step = 0; step < (task % 3 === 0 ? 200_000 : 100); step++) sum += step % 7;
      return { task, said: askMainThread(task), isWorked: sum > 0 };
    },
    finish: () => worked,
  };
});
