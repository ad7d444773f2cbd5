import type { CoreDeps } from '../deps';
import { isSilence, type RegisterChange } from '../outside';
import { lockBindingsOfPersons } from '../store/binding.store';
import { markToCheck } from '../store/due-binding.store';
import { findPersonIdsByCertificate, findPersons, isHere, lockPersons, saveRegisterChange } from '../store/person.store';
import { findCursor, lockCursor, moveCursor } from '../store/register.store';
import { inTransaction, type Tx } from '../store/transaction';

const PAGE = 200;

/**
 * Takes over what the insurance register has changed since the last time. A page and the place in the register are one transaction, so that a killed run
 * goes on where it stopped and no change is taken twice. While the register does not answer, it is asked again next time; throws Unreadable for a page that
 * is not what was agreed on, as nothing after it would ever be taken.
 */
export async function takeRegisterChanges(deps: CoreDeps): Promise<number> {
  let taken = 0;
  let page: readonly RegisterChange[];
  do {
    const cursor = await findCursor(deps.db);
    page = await ask(deps, cursor);
    const changes = page;
    taken += changes.length === 0 ? 0 : await inTransaction(deps.db, (tx) => take(tx, deps, { cursor, changes }));
  } while (page.length === PAGE);
  return taken;
}

async function ask(deps: CoreDeps, cursor: number): Promise<readonly RegisterChange[]> {
  try {
    return await deps.insuranceRegister.changesAfter(cursor, PAGE);
  } catch (error) {
    if (isSilence(error)) return [];
    throw error;
  }
}

interface Page {
  readonly cursor: number;
  readonly changes: readonly RegisterChange[];
}

/** Persons, then their bindings. People whom nobody here knows are passed over: who binds them later asks the identity check. */
async function take(tx: Tx, deps: CoreDeps, { cursor, changes }: Page): Promise<number> {
  // Another process took the same page meanwhile.
  if ((await lockCursor(tx)) !== cursor) return 0;
  const newest = new Map<string, RegisterChange>();
  const ids = await findPersonIdsByCertificate(tx, deps, changes);
  for (const [index, change] of changes.entries()) {
    const id = ids[index];
    if (id !== undefined) newest.set(id, change);
  }
  await lockPersons(tx, [...newest.keys()]);
  const moved: string[] = [];
  for (const person of (await findPersons(tx, [...newest.keys()])).values()) {
    const change = newest.get(person.id);
    // Whoever left before the lock stays forgotten.
    if (change !== undefined && isHere(person) && (await saveRegisterChange(tx, deps, { person, change }))) moved.push(person.id);
  }
  await markToCheck(tx, await lockBindingsOfPersons(tx, moved));
  await moveCursor(tx, deps, Math.max(...changes.map((change) => change.number)));
  return newest.size;
}
