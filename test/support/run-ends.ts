import type { EventEmitter } from 'node:events';

/** Jest reads what prepares and ends a run apart from its tests; of the two only the process is the same. */
export const runEnds: EventEmitter = process;
export const RUN_ENDED = 'test run ended';
