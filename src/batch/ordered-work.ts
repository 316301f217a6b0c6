import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { Fault, type FaultCode, type Place } from '../model/index.ts';

export interface OrderedWork<Task, Result> {
  /** Module that calls `serveTasks`. */
  readonly worker: URL;
  /** Plain data for every thread, given once. */
  readonly options: unknown;
  /** Those of an iterable are taken as they are worked on, so that all of them are never held. */
  readonly tasks: readonly Task[] | AsyncIterable<Task>;
  /** Default: what the machine has. */
  readonly threads?: number;
  /** Answers what a thread asks in the midst of its work, so that what is large is held once. */
  readonly answer?: (question: unknown) => unknown;
  /** Told of the results in the order of the tasks, whichever thread is first; work waits where it gives a promise. */
  readonly onResult: (result: Result, number: number) => void | Promise<void>;
}

/** What passes between the main thread and the others. */
export type ToWorker =
  | { readonly kind: 'task'; readonly number: number; readonly task: unknown }
  | { readonly kind: 'finish' };
export type FromWorker =
  | { readonly kind: 'result'; readonly number: number; readonly result: unknown }
  | { readonly kind: 'final'; readonly value: unknown }
  | {
      readonly kind: 'fault';
      readonly code: FaultCode;
      readonly message: string;
      readonly place: Place | undefined;
      readonly remedy: string | undefined;
    };
export interface WorkerStart {
  readonly options: unknown;
  readonly port: MessagePort;
  /** Counts the answers given on the port. */
  readonly answered: Int32Array<SharedArrayBuffer>;
}

/** Results that may wait for an earlier one, for each thread: memory stays within a few of them. */
const ahead = 3;
/** Tasks that a thread has at hand, so that it does not wait while the main thread is busy with results. */
const atHand = 2;

/**
 * Works on tasks in threads that live as long as the work, in memory. Each thread keeps what it learns from task to task and
 * gives its summary at the end; these are returned. Results come in the order of the tasks, so that nothing depends on
 * the number of threads. A fault in a thread stops all and is thrown.
 */
export async function orderedWork<Task, Result, Final>(given: OrderedWork<Task, Result>): Promise<Final[]> {
  const { tasks, onResult, threads = availableParallelism() } = given;
  const known = Array.isArray(tasks) ? tasks.length : Number.POSITIVE_INFINITY;
  const count = Math.max(1, Math.min(threads, known));
  const source = eachOf(tasks);
  const workers = Array.from({ length: count }, () => startWorker(given));
  const finals: Final[] = [];
  const waiting = new Map<number, Result>();
  const idle: Worker[] = [];
  let next = 0;
  let total: number | undefined;
  let emitted = 0;
  let isFeeding = false;
  let isEmitting = false;
  try {
    await new Promise<void>((resolve, reject) => {
      const finishAtEnd = () => {
        if (emitted !== total) return;
        for (const worker of workers) worker.postMessage({ kind: 'finish' } satisfies ToWorker);
      };
      const feed = async () => {
        if (isFeeding) return;
        isFeeding = true;
        while (idle.length > 0 && total === undefined && next - emitted < count * ahead) {
          const taken = await source.next();
          if (taken.done) {
            total = next;
            finishAtEnd();
          } else {
            const message: ToWorker = { kind: 'task', number: next, task: taken.value };
            idle.pop()!.postMessage(message);
            next++;
          }
        }
        isFeeding = false;
      };
      const emit = async () => {
        if (isEmitting) return;
        isEmitting = true;
        for (let result = waiting.get(emitted); result !== undefined; result = waiting.get(emitted)) {
          waiting.delete(emitted);
          const told = onResult(result, emitted);
          if (told) await told;
          emitted++;
          feed().catch(reject);
          finishAtEnd();
        }
        isEmitting = false;
      };
      for (const worker of workers) {
        worker.on('error', reject);
        worker.on('message', (message: FromWorker) => {
          switch (message.kind) {
            case 'result':
              // What the worker of this work sends is of its result type.
              waiting.set(message.number, message.result as Result);
              idle.push(worker);
              feed().catch(reject);
              emit().catch(reject);
              return;
            case 'final':
              finals.push(message.value as Final);
              if (finals.length === workers.length) resolve();
              return;
            case 'fault': {
              const { code, message: text, place, remedy } = message;
              reject(
                new Fault(code, text, {
                  ...(place ? { place } : {}),
                  ...(remedy === undefined ? {} : { remedy }),
                }),
              );
            }
          }
        });
      }
      for (let place = 0; place < atHand; place++) idle.push(...workers);
      feed().catch(reject);
    });
  } finally {
    await source.return(undefined);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return finals;
}

async function* eachOf<Task>(tasks: readonly Task[] | AsyncIterable<Task>): AsyncGenerator<Task> {
  yield* tasks;
}

function startWorker({
  worker: module,
  options,
  answer,
}: Pick<OrderedWork<unknown, unknown>, 'worker' | 'options' | 'answer'>): Worker {
  const { port1, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const start: WorkerStart = { options, port: port2, answered };
  const worker = new Worker(module, { workerData: start, transferList: [port2] });
  port1.on('message', (question: unknown) => {
    let reply: { value: unknown } | { error: string };
    try {
      reply = { value: answer?.(question) };
    } catch (error) {
      reply = { error: error instanceof Error ? error.message : String(error) };
    }
    port1.postMessage(reply);
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  });
  worker.on('exit', () => port1.close());
  return worker;
}
