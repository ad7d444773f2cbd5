import { type NotNull, sql } from 'kysely';
import type { VoidSettlement } from '../requests';
import { anyOf } from './any-of';
import { insertRows } from './insert-rows';
import type { SettlementRow, SettlementVoidRow } from './settlement-tables';
import type { Reader, Tx } from './transaction';

/** The settlements that are meant, if they exist, whoever they belong to. */
export async function findSettlementsMeant(reader: Reader, asked: readonly VoidSettlement[]): Promise<readonly SettlementRow[]> {
  const ids = asked.flatMap((each) => ('settlementId' in each ? [each.settlementId] : [])).filter(isId);
  const byMsgid = asked.flatMap((each) => ('originalKey' in each ? [each] : []));
  const { rows } = await sql<SettlementRow>`
    select s.* from settlements s where s.id = ${anyOf(ids)}
    union all
    select s.* from unnest(${byMsgid.map((each) => each.institutionId)}::uuid[], ${byMsgid.map((each) => each.originalKey)}::text[]) as a (institution_id, msgid),
      lateral (select * from settlements s where s.institution_id = a.institution_id and s.msgid = a.msgid offset 0) s`.execute(reader);
  return rows;
}

/** An institution may send anything as an id; what cannot be one is nobody's. */
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** What was taken for each settlement, pot by pot. */
export const findSettled = (reader: Reader, settlementIds: readonly string[]) =>
  reader
    .selectFrom('transfers')
    .innerJoin('accounts', 'accounts.id', 'transfers.from_account_id')
    .selectAll('transfers')
    .select('accounts.pot')
    .where('transfers.subject_id', '=', anyOf(settlementIds))
    .where('transfers.reason', '=', 'settlement')
    .$narrowType<{ pot: NotNull }>()
    .orderBy('transfers.id')
    .execute();

/** Of those settlements that were voided: when. */
export async function findVoidedAt(reader: Reader, settlementIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (settlementIds.length === 0) return new Map();
  const query = reader.selectFrom('settlement_voids').select(['settlement_id', 'at']).where('settlement_id', '=', anyOf(settlementIds));
  return new Map((await query.execute()).flatMap((row) => (row.settlement_id === null ? [] : [[row.settlement_id, row.at] as const])));
}

export const saveVoids = async (tx: Tx, rows: readonly SettlementVoidRow[]): Promise<void> =>
  void (await insertRows(tx, 'settlement_voids', { rows }));
