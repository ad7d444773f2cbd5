import { SETTLEMENT_SERIALS, settlementNumber, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
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
  await insertRows(tx, 'settlements', { rows: settlements });
  await insertRows(tx, 'settlement_legs', { rows: legs });
}

const MOST_DRAWS = 5;

/** Each free now. That two transactions draw one at the same moment the database refuses, and the message can be sent again. */
export async function drawSettlementNumbers(tx: Tx, deps: CoreDeps, count: number): Promise<readonly string[]> {
  const on = shanghaiDate(deps.now());
  const free = new Set<string>();
  for (let draw = 0; draw < MOST_DRAWS && free.size < count; draw++) {
    const drawn = Array.from({ length: count - free.size }, () =>
      settlementNumber(on, deps.randomBytes(6).readUIntBE(0, 6) % SETTLEMENT_SERIALS),
    );
    const taken = await tx.selectFrom('settlements').select('number').where('number', 'in', drawn).execute();
    const used = new Set(taken.map(({ number }) => number));
    for (const number of drawn) if (!used.has(number)) free.add(number);
  }
  if (free.size < count) throw new Error('no number for a settlement is free');
  return [...free];
}

export const findSettlement = (reader: Reader, id: string) =>
  reader.selectFrom('settlements').selectAll().where('id', '=', id).executeTakeFirst();

export async function findSettlementOfCode(reader: Reader, codeId: string) {
  const settlement = await reader.selectFrom('settlements').selectAll().where('code_id', '=', codeId).executeTakeFirst();
  return settlement === undefined ? undefined : { settlement, legs: await findLegs(reader, settlement.id) };
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
