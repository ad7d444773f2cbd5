import { type LookKind, shanghaiDate } from '@gongji/domain';
import type { Selectable } from 'kysely';
import type { CoreDeps } from '../deps';
import { insertRows } from './insert-rows';
import type { LookRow } from './privacy-tables';
import type { Database } from './tables';
import { afterCommit, inTransaction, type Reader, type Tx } from './transaction';

export type Looker =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'institution'; readonly id: string }
  | { readonly kind: 'anybody' };

/** Somebody is answered what is another's. `subjectId`: the binding, code or payment it was about. */
export interface Look {
  readonly holderId: string;
  readonly looker: Looker;
  readonly what: LookKind;
  readonly subjectId: string;
}

/** What each process has written of late, so that a page which asks again asks no database. Forgotten as a whole: the table has each look once anyhow. */
const written = new WeakMap<Database, Set<string>>();
const MOST_REMEMBERED = 20_000;

/**
 * Notes who is about to see whose data, before they are answered: no entry, no answer. A look at one's own is none. Written at the first look of a day
 * in Shanghai, for each looker, kind and thing.
 */
export async function noteLooks(deps: CoreDeps, looks: readonly Look[]): Promise<void> {
  if (newOnes(deps, looks).size > 0) await inTransaction(deps.db, (tx) => noteLooksIn(tx, deps, looks));
}

/** The same inside a transaction that writes anyhow. */
export async function noteLooksIn(tx: Tx, deps: CoreDeps, looks: readonly Look[]): Promise<void> {
  const fresh = newOnes(deps, looks);
  if (fresh.size === 0) return;
  const [at, day] = [deps.now(), shanghaiDate(deps.now())];
  // In one order, so that two who note the same looks wait for each other one way only.
  const rows = [...fresh.keys()].sort().flatMap((name) => fresh.get(name) ?? []);
  await insertRows(tx, 'looks', {
    rows: rows.map(({ holderId, looker, what, subjectId }) => ({
      holder_id: holderId,
      looker_kind: looker.kind,
      looker_id: looker.kind === 'anybody' ? null : looker.id,
      what,
      subject_id: subjectId,
      day,
      at,
    })),
    once: true,
  });
  afterCommit(tx, () => remember(deps, [...fresh.keys()]));
}

function newOnes(deps: CoreDeps, looks: readonly Look[]): ReadonlyMap<string, Look> {
  const known = written.get(deps.db);
  const day = shanghaiDate(deps.now());
  const fresh = new Map<string, Look>();
  for (const look of looks) {
    const lookerId = look.looker.kind === 'anybody' ? '' : look.looker.id;
    const name = `${day} ${look.holderId} ${look.what} ${lookerId} ${look.subjectId}`;
    if (lookerId !== look.holderId && known?.has(name) !== true) fresh.set(name, look);
  }
  return fresh;
}

function remember({ db }: CoreDeps, names: readonly string[]): void {
  const known = written.get(db) ?? new Set<string>();
  if (known.size > MOST_REMEMBERED) known.clear();
  for (const name of names) known.add(name);
  written.set(db, known);
}

export interface AskLooks {
  readonly personId: string;
  /** The entry that these come before. */
  readonly beforeId: number | undefined;
  readonly limit: number;
}

export type StoredLook = Selectable<LookRow>;

/** Newest first. */
export function findLooks(reader: Reader, { personId, beforeId, limit }: AskLooks): Promise<StoredLook[]> {
  const all = reader.selectFrom('looks').selectAll().where('holder_id', '=', personId);
  const asked = beforeId === undefined ? all : all.where('id', '<', beforeId);
  return asked.orderBy('id', 'desc').limit(limit).execute();
}
