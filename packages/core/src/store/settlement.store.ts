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

const findLegs = (reader: Reader, settlementId: string) =>
  reader.selectFrom('settlement_legs').selectAll().where('settlement_id', '=', settlementId).orderBy('position').execute();
