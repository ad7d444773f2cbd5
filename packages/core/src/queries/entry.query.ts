import type { Fen } from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { findPersons } from '../store/person.store';
import type { PersonRow, TransferReason } from '../store/tables';
import type { AccountEntry, EntryPage } from '../views/account-view';
import { instant } from '../views/instant';
import { payerName } from '../views/legs';

interface Row {
  readonly id: number;
  readonly at: Date;
  readonly reason: TransferReason;
  readonly pot: AccountEntry['pot'];
  readonly amount: Fen;
  readonly frozen_delta: Fen;
  readonly balance_after: Fen;
  readonly frozen_after: Fen;
  readonly for_person_id: string | null;
  readonly institution: string | null;
  readonly reference: string | null;
  readonly subject_id: string;
}

export interface AskEntries {
  readonly personId: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Every movement of the person's pots, newest first; the cursor is the last entry seen. */
export async function readEntries(deps: CoreDeps, { personId, cursor, limit }: AskEntries): Promise<EntryPage> {
  const before = cursor === undefined ? null : entryIdOf(cursor);
  const { rows } = await sql<Row>`
    select e.id, e.at, t.reason, a.pot, e.amount, e.frozen_delta, e.balance_after, e.frozen_after, t.for_person_id, t.subject_id,
           i.name as institution, p.number as reference
      from entries e
      join accounts a on a.id = e.account_id and a.kind = 'personal'
      join transfers t on t.id = e.transfer_id
      left join settlements s on s.id = t.subject_id
      left join institutions i on i.id = s.institution_id
      left join premium_payments p on p.id = t.subject_id
     where e.holder_id = ${personId} and (${before}::bigint is null or e.id < ${before}::bigint)
     order by e.id desc limit ${limit + 1}`.execute(deps.db);
  const page = rows.slice(0, limit);
  const people = await findPersons(
    deps.db,
    page.flatMap((row) => (row.for_person_id === null ? [] : [row.for_person_id])),
  );
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return { entries: page.map((row) => entryOf(deps, row, people)), nextCursor: last === undefined ? null : `e${last.id}` };
}

/** A cursor that is none of ours finds nothing rather than everything. */
function entryIdOf(cursor: string): number {
  const id = Number(/^e(\d{1,15})$/.exec(cursor)?.[1] ?? '0');
  return id;
}

const entryOf = (deps: CoreDeps, row: Row, people: ReadonlyMap<string, PersonRow>): AccountEntry => ({
  entryId: String(row.id),
  at: instant(row.at),
  kind: row.reason,
  pot: row.pot,
  amountFen: row.amount,
  frozenFen: row.frozen_delta,
  balanceAfterFen: row.balance_after,
  frozenAfterFen: row.frozen_after,
  forPerson: row.for_person_id === null ? null : payerName(deps, row.for_person_id, people),
  counterparty: row.institution ?? COUNTERPARTY[row.reason],
  reference: row.reference ?? row.subject_id,
});

const COUNTERPARTY: Readonly<Record<TransferReason, string>> = {
  opening: '开户余额',
  credit: '个人账户划入',
  'year-switch': '本人账户之间',
  settlement: '定点医药机构',
  'premium-hold': '税务部门',
  'premium-paid': '税务部门',
  'premium-released': '税务部门',
  refund: '退回',
};
