import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import type { Reader, Tx } from './transaction';

/** The bindings in the order that the person has set; empty where they have set none. */
export const findChosenOrder = async (reader: Reader, personId: string): Promise<readonly string[]> =>
  (await findChosenOrders(reader, [personId])).get(personId) ?? [];

/** Only of those who have set one. */
export async function findChosenOrders(reader: Reader, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const query = reader.selectFrom('deduction_orders').select(['holder_id', 'binding_id']).where('holder_id', '=', anyOf(personIds));
  const orders = new Map<string, string[]>();
  for (const { holder_id: holderId, binding_id: bindingId } of await query.orderBy('position').execute())
    orders.set(holderId, [...(orders.get(holderId) ?? []), bindingId]);
  return orders;
}

/** Under the lock of the person's row. */
export async function saveChosenOrder(
  tx: Tx,
  deps: CoreDeps,
  { personId, bindingIds }: { readonly personId: string; readonly bindingIds: readonly string[] },
): Promise<void> {
  await tx.deleteFrom('deduction_orders').where('holder_id', '=', personId).execute();
  const rows = bindingIds.map((bindingId, index) => ({
    holder_id: personId,
    binding_id: bindingId,
    position: index + 1,
    set_at: deps.now(),
  }));
  await tx.insertInto('deduction_orders').values(rows).execute();
}

export async function forgetOrder(tx: Tx, holderId: string): Promise<void> {
  await tx.deleteFrom('deduction_orders').where('holder_id', '=', holderId).execute();
}
