import { decided, refused } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { InstitutionRequest, Outcome, PersonRequest } from '../outcome';
import {
  ANNULLED,
  type AnsweredRequest,
  annulment,
  bodyHashOf,
  findRequests,
  type KeyedRequest,
  saveRequests,
  scopedKey,
} from '../store/request.store';
import { inTransaction, type Tx } from '../store/transaction';
import type { RequestKind } from '../texts/audit-texts';

/** How one kind of request is carried out. What is kept of its answer under the request's key outlives whoever it is about, so it holds no secrets and no names. */
export interface Plan<R, A, State = unknown, Locked = State> {
  readonly kind: RequestKind;
  /** What the person asked for, without who and which key. */
  readonly bodyOf: (request: R) => unknown;
  /** Every lock of the whole list, in the order of docs/money.md; answers what was locked, where that matters. */
  readonly lock: (tx: Tx, requests: readonly R[]) => Promise<Locked>;
  /** What is looked at under the locks; missing: what `lock` answered. */
  readonly look?: (tx: Tx, locked: Locked, requests: readonly R[]) => Promise<State>;
  /** Decides, and writes when decided or leaves that to `write`. A refusal writes nothing, so the key stays free and the neighbours are untouched. */
  readonly act: (tx: Tx, request: R, state: State) => Promise<Outcome<A>> | Outcome<A>;
  /** What is kept of an answer under the request's key; missing: all of it. */
  readonly kept?: (answer: A) => A;
  /** What a request that was answered before hears now; missing: what was kept. */
  readonly repeat?: (tx: Tx, again: { readonly answer: A; readonly request: R }, state: State) => Promise<Outcome<A>> | Outcome<A>;
  /** Keys of the same holder that the answer uses up besides its own: a request that comes under one of them later is refused. */
  readonly annuls?: (request: R, answer: A) => readonly string[];
  /** Writes what was decided for the whole list at once. */
  readonly write?: (tx: Tx, state: State) => Promise<void>;
  /** That `write` sends all its statements before it waits for an answer: the keys, still last, then go the same way with them. */
  readonly writesAtOnce?: true;
}

/**
 * One transaction for the list. Keys are looked up after the locks: whoever waited for a lock sees what the holder of the lock wrote, so the same
 * request sent twenty times at once is decided once and answered twenty times.
 */
export function runOnce<R extends PersonRequest | InstitutionRequest, A, State, Locked = State>(
  deps: CoreDeps,
  plan: Plan<R, A, State, Locked>,
  requests: readonly R[],
): Promise<readonly Outcome<A>[]> {
  const keyed = requests.map((request) => ({
    holderId: 'actorId' in request ? request.actorId : request.institutionId,
    key: request.key,
    kind: plan.kind,
    bodyHash: bodyHashOf(plan.kind, plan.bodyOf(request)),
  }));
  return inTransaction(deps.db, async (tx) => {
    const locked = await plan.lock(tx, requests);
    const [state, found] = await Promise.all([
      plan.look === undefined ? (locked as unknown as State) : plan.look(tx, locked, requests),
      findRequests(tx, keyed),
    ]);
    const answered = new Map<string, AnsweredRequest>(found);
    const fresh: AnsweredRequest[] = [];
    const outcomes: Outcome<A>[] = [];
    for (const [index, request] of requests.entries()) {
      const asked = keyed[index] as KeyedRequest;
      const earlier = answered.get(scopedKey(asked));
      const outcome =
        earlier === undefined
          ? await plan.act(tx, request, state)
          : await repeated(tx, plan, { request, state, before: replay<A>(earlier, asked) });
      outcomes.push(outcome);
      if (earlier !== undefined || !outcome.ok) continue;
      const annulled = (plan.annuls?.(request, outcome.value) ?? []).map((key) => annulment({ ...asked, key }));
      for (const answer of [{ ...asked, answer: plan.kept?.(outcome.value) ?? outcome.value }, ...annulled]) {
        answered.set(scopedKey(answer), answer);
        fresh.push(answer);
      }
    }
    const writing = plan.write?.(tx, state);
    if (plan.writesAtOnce !== true) await writing;
    await Promise.all([writing, saveRequests(tx, deps, fresh)]);
    return outcomes;
  });
}

/** The stored answer to one request, beside any transaction; undefined: nothing was answered under its key. */
export async function findAnswer<A>(
  deps: CoreDeps,
  { kind, body, ...scope }: { readonly holderId: string; readonly key: string; readonly kind: string; readonly body: unknown },
): Promise<Outcome<A> | undefined> {
  const asked = { ...scope, kind, bodyHash: bodyHashOf(kind, body) };
  const earlier = (await findRequests(deps.db, [asked])).get(scopedKey(asked));
  return earlier === undefined ? undefined : replay<A>(earlier, asked);
}

const repeated = async <R, A, State, Locked>(
  tx: Tx,
  plan: Plan<R, A, State, Locked>,
  { request, state, before }: { readonly request: R; readonly state: State; readonly before: Outcome<A> },
): Promise<Outcome<A>> => (before.ok && plan.repeat !== undefined ? plan.repeat(tx, { answer: before.value, request }, state) : before);

function replay<A>(earlier: AnsweredRequest, asked: KeyedRequest): Outcome<A> {
  if (earlier.kind === ANNULLED) return refused('SETTLEMENT_ANNULLED');
  const same = earlier.kind === asked.kind && earlier.bodyHash.equals(asked.bodyHash);
  return same ? decided(earlier.answer as A) : refused('IDEMPOTENCY_KEY_REUSED');
}

/** Turns each id that a command answered into what the asker sees now. A repeated request so tells how things stand, not how they stood. */
export async function present<R, A, V>(
  outcomes: readonly Outcome<A>[],
  requests: readonly R[],
  view: (answer: A, request: R) => Promise<V>,
): Promise<readonly Outcome<V>[]> {
  return Promise.all(
    outcomes.map(async (outcome, index) => (outcome.ok ? decided(await view(outcome.value, requests[index] as R)) : outcome)),
  );
}
