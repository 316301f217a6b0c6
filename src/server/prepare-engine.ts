import { workerData } from 'node:worker_threads';
import { openEngine } from '../engine/index.ts';
import type { Day } from '../model/index.ts';

/** Run as a thread: builds the register of a day and its name index and leaves them as files, for the service to open. */
const given = workerData as { home: string; today: Day; known?: Day };
void openEngine(given).names;
