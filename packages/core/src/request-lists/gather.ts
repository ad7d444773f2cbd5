import { refused } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Command, Outcome } from '../outcome';
import { NoConnection } from '../store/transaction';

/** So many requests make one transaction at the most: locks stay short, and a statement stays small. */
const GROUP = 128;
/** Transactions of one kind under way at once: while one waits for the disk, another works. */
const LANES = 3;
/** As many as are worth a transaction beside those under way: what a statement costs is shared by all for whom it is sent. */
const WORTH_A_LANE = 32;
/** Fewer wait for the end of one that is under way, or for more to come, but no longer than this: it may be waiting for a lock itself. */
const PATIENCE_MS = 100;
/** What has not begun yet. Beyond it a request is refused at once rather than kept waiting for longer than a person waits. */
const MOST_WAITING = 2_000;

interface Waiting<R, V> {
  readonly request: R;
  readonly answer: (outcome: Outcome<V>) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Group commit: requests of one kind that come while others are under way are carried out as one list, in one transaction. Where none is under way,
 * nobody waits: a request starts at the next turn of the event loop. A refusal is one request's own; a group that fails as a whole is carried out
 * again one by one, so that a request fails only by itself; where the database gives no connection, all would wait for the same one, and none does.
 * SERVICE_BUSY when too many wait; nothing was changed then.
 */
export const gather = <R, V>(command: Command<R, V>): Command<R, V> => inLanes(command, LANES);

/** The same for what only reads: it waits for no lock and no disk, and one list after the other makes them longer, which is fewer statements. */
export const gatherReads = <R, V>(command: Command<R, V>): Command<R, V> => inLanes(command, 1);

function inLanes<R, V>(command: Command<R, V>, lanes: number): Command<R, V> {
  const queues = new WeakMap<CoreDeps, Queue<R, V>>();
  return (deps, requests) => {
    const queue = queues.get(deps) ?? openQueue(deps, command, lanes);
    queues.set(deps, queue);
    return Promise.all(requests.map((request) => queue(request)));
  };
}

type Queue<R, V> = (request: R) => Promise<Outcome<V>>;

function openQueue<R, V>(deps: CoreDeps, command: Command<R, V>, lanes: number): Queue<R, V> {
  const waiting: Waiting<R, V>[] = [];
  let busyLanes = 0;
  let scheduled = false;
  let patience: NodeJS.Timeout | undefined;
  const mayStart = (): boolean => busyLanes < lanes && waiting.length >= (busyLanes === 0 ? 1 : WORTH_A_LANE);
  const startOne = (): void => {
    busyLanes += 1;
    void carryOut(deps, command, waiting.splice(0, GROUP)).then(() => {
      busyLanes -= 1;
      start();
    });
  };
  const start = (): void => {
    scheduled = false;
    while (mayStart()) startOne();
    waitOnlySoLong();
  };
  const startAnyway = (): void => {
    patience = undefined;
    if (busyLanes < lanes && waiting.length > 0) startOne();
    waitOnlySoLong();
  };
  const waitOnlySoLong = (): void => {
    if (busyLanes < lanes && waiting.length > 0) patience ??= setTimeout(startAnyway, PATIENCE_MS);
  };
  return (request) => {
    if (waiting.length >= MOST_WAITING) return Promise.resolve(refused('SERVICE_BUSY', { seconds: 1 }));
    return new Promise((answer, fail) => {
      waiting.push({ request, answer, fail });
      if (scheduled) return;
      if (!mayStart()) return waitOnlySoLong();
      scheduled = true;
      setImmediate(start);
    });
  };
}

/** Never rejects: each request hears of its own end. Answers what went wrong last. */
async function carryOut<R, V>(deps: CoreDeps, command: Command<R, V>, group: readonly Waiting<R, V>[]): Promise<unknown> {
  try {
    const outcomes = await command(
      deps,
      group.map(({ request }) => request),
    );
    for (const [index, { answer }] of group.entries()) answer(outcomes[index] as Outcome<V>);
    return undefined;
  } catch (error) {
    let last: unknown = error;
    for (const single of group) {
      if (group.length === 1 || last instanceof NoConnection) single.fail(last);
      else last = await carryOut(deps, command, [single]);
    }
    return last;
  }
}
