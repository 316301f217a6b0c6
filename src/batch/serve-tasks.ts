import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { Fault } from '../model/index.ts';
import type { FromWorker, ToWorker, WorkerStart } from './ordered-work.ts';

/** What a thread does: prepares itself once, works on tasks, and sums up. */
export interface TaskServer<Task, Result, Final> {
  work(task: Task): Result;
  /** Buffers of a result that are handed over rather than copied. */
  handOver?(result: Result): ArrayBuffer[];
  finish(): Final;
}

/** Called once by the module of a thread; `prepare` is given the options of `orderedWork`. */
export function serveTasks<Task, Result, Final>(
  prepare: (options: never) => TaskServer<Task, Result, Final>,
): void {
  const start = workerData as WorkerStart;
  let server: TaskServer<Task, Result, Final> | undefined;
  const send = (message: FromWorker, handed: ArrayBuffer[] = []) => parentPort!.postMessage(message, handed);
  parentPort!.on('message', (message: ToWorker) => {
    try {
      // The options were given by who named this module; the module says their type.
      server ??= prepare(start.options as never);
      if (message.kind === 'finish') send({ kind: 'final', value: server.finish() });
      else {
        const result = server.work(message.task as Task);
        send({ kind: 'result', number: message.number, result }, server.handOver?.(result) ?? []);
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { code, message: text, place, remedy } = error;
      send({ kind: 'fault', code, message: text, place, remedy });
    }
  });
}

/** Asks the main thread and waits for the answer. */
export function askMainThread(question: unknown): unknown {
  const { port, answered } = workerData as WorkerStart;
  const before = Atomics.load(answered, 0);
  port.postMessage(question);
  Atomics.wait(answered, 0, before);
  const reply = receiveMessageOnPort(port)?.message as { value: unknown } | { error: string };
  if ('error' in reply) throw new Error(reply.error);
  return reply.value;
}
