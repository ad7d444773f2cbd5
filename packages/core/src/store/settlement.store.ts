import type { Fen } from '@gongji/domain';
import type { SettlementRow } from './tables';
import type { Reader, Tx } from './transaction';

export interface SettlementLeg {
  readonly payerId: string;
  /** null: the person's own account. */
  readonly bindingId: string | null;
  readonly amountFen: Fen;
}

export async function saveSettlement(tx: Tx, settlement: SettlementRow, legs: readonly SettlementLeg[]): Promise<void> {
  await tx.insertInto('settlements').values(settlement).execute();
  if (legs.length === 0) return;
  const rows = legs.map((leg, position) => ({
    settlement_id: settlement.id,
    position,
    holder_id: leg.payerId,
    binding_id: leg.bindingId,
    amount_fen: leg.amountFen,
    at: settlement.at,
  }));
  await tx.insertInto('settlement_legs').values(rows).execute();
}

export async function findSettlementOfCode(reader: Reader, codeId: string) {
  const settlement = await reader.selectFrom('settlements').selectAll().where('code_id', '=', codeId).executeTakeFirst();
  return settlement === undefined ? undefined : { settlement, legs: await findLegs(reader, settlement.id) };
}

export async function findSettlement(reader: Reader, id: string) {
  const settlement = await reader.selectFrom('settlements').selectAll().where('id', '=', id).executeTakeFirst();
  return settlement === undefined ? undefined : { settlement, legs: await findLegs(reader, id) };
}

const findLegs = (reader: Reader, settlementId: string) =>
  reader.selectFrom('settlement_legs').selectAll().where('settlement_id', '=', settlementId).orderBy('position').execute();

/** For the lines of an account: where a settlement was made. */
export const findSettlementPlaces = (reader: Reader, ids: readonly string[]) =>
  reader
    .selectFrom('settlements')
    .innerJoin('institutions', 'institutions.id', 'settlements.institution_id')
    .select(['settlements.id as id', 'institutions.name as name'])
    .where('settlements.id', 'in', [...ids])
    .execute();
