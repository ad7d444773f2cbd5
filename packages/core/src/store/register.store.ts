import type { CoreDeps } from '../deps';
import type { Reader, Tx } from './transaction';

/** The number of the last change of the insurance register that was taken over. */
export const findCursor = async (reader: Reader): Promise<number> =>
  (await reader.selectFrom('register_cursor').select('number').executeTakeFirstOrThrow()).number;

/** Before everything else in the lock order: only the job that reads the register takes it. */
export const lockCursor = async (tx: Tx): Promise<number> =>
  (await tx.selectFrom('register_cursor').select('number').forNoKeyUpdate().executeTakeFirstOrThrow()).number;

export async function moveCursor(tx: Tx, deps: CoreDeps, number: number): Promise<void> {
  await tx.updateTable('register_cursor').set({ number, moved_at: deps.now() }).execute();
}
