import type { CoreDeps } from '../deps';
import type { Reader, Tx } from './transaction';

/** The bindings in the order that the person has set; empty where they have set none. */
export async function findChosenOrder(reader: Reader, personId: string): Promise<readonly string[]> {
  const query = reader.selectFrom('deduction_orders').select('binding_id').where('holder_id', '=', personId).orderBy('position');
  return (await query.execute()).map((row) => row.binding_id);
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
