import { fileURLToPath } from 'node:url';
import { AppError } from '@gongji/domain';
import { Piscina } from 'piscina';
import type { PrintForm } from './printed-form';
import type { PrintReceipt, PrintTask } from './printed-receipt';

/** Drawn or waiting to be drawn. At some 100 ms each, the last of them waits a second. */
export const MOST_AT_ONCE = 8;
/** A receipt that takes longer is stuck; its thread is ended with it. */
const LONGEST_MS = 15_000;
/** The thread and its faces take some 230 MB of memory: given back when nobody wants a receipt for a while. */
const IDLE_MS = 60_000;
const RETRY_SECONDS = 3;

export interface ReceiptPrinter {
  readonly print: PrintReceipt;
  readonly printForm: PrintForm;
  readonly close: () => Promise<void>;
}

/** Draws receipts and forms on a thread beside the one that answers requests. */
export function openReceiptPrinter(): ReceiptPrinter {
  let pool: Piscina | undefined;
  let underWay = 0;
  const run = async (task: PrintTask): Promise<Uint8Array> => {
    if (underWay >= MOST_AT_ONCE) throw new AppError('SERVICE_BUSY', { seconds: RETRY_SECONDS });
    underWay += 1;
    try {
      pool ??= openPool();
      return (await pool.run(task, { signal: AbortSignal.timeout(LONGEST_MS) })) as Uint8Array;
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') throw new AppError('SERVICE_BUSY', { seconds: RETRY_SECONDS });
      throw error;
    } finally {
      underWay -= 1;
    }
  };
  return {
    print: (receipt, format) => run({ kind: 'receipt', receipt, format }),
    printForm: (form) => run({ kind: 'form', form }),
    close: async () => pool?.destroy(),
  };
}

const openPool = (): Piscina =>
  new Piscina({
    filename: fileURLToPath(new URL('print-worker.ts', import.meta.url)),
    // The thread compiles for itself: it inherits nothing of a test runner or of whoever started the process.
    execArgv: ['--import', 'tsx'],
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
  });
