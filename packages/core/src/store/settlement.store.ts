import { anyOf } from './any-of';
import { insertRows } from './insert-rows';
import type { SettlementRow } from './settlement-tables';
import type { Tables } from './tables';
import type { Reader, Tx } from './transaction';

/** What one account pays of a settlement; binding_id: null for the person's own. */
export type SettlementLegRow = Tables['settlement_legs'];

export async function saveSettlements(
  tx: Tx,
  { settlements, legs }: { readonly settlements: readonly SettlementRow[]; readonly legs: readonly SettlementLegRow[] },
): Promise<void> {
  await Promise.all([insertRows(tx, 'settlements', { rows: settlements }), insertRows(tx, 'settlement_legs', { rows: legs })]);
}

export const findSettlement = (reader: Reader, id: string) =>
  reader.selectFrom('settlements').selectAll().where('id', '=', id).executeTakeFirst();

export async function findSettlementOfCode(reader: Reader, codeId: string) {
  const settlement = await reader.selectFrom('settlements').selectAll().where('code_id', '=', codeId).executeTakeFirst();
  return settlement === undefined ? undefined : { settlement, legs: await findLegs(reader, settlement.id) };
}

/** Of each code that was settled on: by which settlement. */
export async function findSettlementIds(reader: Reader, codeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codeIds.length === 0) return new Map();
  const rows = await reader.selectFrom('settlements').select(['id', 'code_id']).where('code_id', '=', anyOf(codeIds)).execute();
  return new Map(rows.map((row) => [row.code_id, row.id]));
}

const findLegs = (reader: Reader, settlementId: string) => findLegsOf(reader, [settlementId]);

export const findLegsOf = (reader: Reader, settlementIds: readonly string[]): Promise<SettlementLegRow[]> =>
  reader
    .selectFrom('settlement_legs')
    .selectAll()
    .where('settlement_id', '=', anyOf(settlementIds))
    .orderBy('settlement_id')
    .orderBy('position')
    .execute();
