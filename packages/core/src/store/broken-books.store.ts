import { sql } from 'kysely';
import type { FaultKind, LedgerFault } from '../books/ledger-fault';
import { clearingAccountId, institutionAccount, taxAccount } from './ledger.store';
import type { Reader } from './transaction';

interface Broken {
  readonly kind: FaultKind;
  readonly account_id: string | null;
  readonly subject_id: string | null;
}

/**
 * What no single entry can show: a frozen part that is not the sum of open holds, money from nowhere, a payment whose holds or whose refund are not what it and its
 * state say, a levy with two payments that stand, a settlement whose transfers are not what it and its legs say, a void that does not give back each of those
 * transfers, a person with one pot.
 */
export async function findBrokenBooks(reader: Reader): Promise<readonly LedgerFault[]> {
  const { rows } = await sql<Broken>`
    with holds as (select t.subject_id, t.from_account_id, t.amount, coalesce(r.kind, 'open') end_kind, t.holder_id, t.for_person_id, a.name target
                     from transfers t left join transfers r on r.pending_id = t.id left join accounts a on a.id = t.to_account_id where t.kind = 'pending'),
         open_holds as (select from_account_id, sum(amount) amount from holds where end_kind = 'open' group by from_account_id),
         ends as (select id, amount_fen, holder_id, person_id, ${taxAccount('')} || region_code target, case when state in ('paid', 'posted', 'refunding', 'refunded') then 'post-pending' when state in ('voided', 'failed') then 'void-pending'
                                              else 'open' end end_kind from premium_payments),
         held as (select p.id, p.amount_fen, sum(h.amount) filter (where h.end_kind = p.end_kind) amount,
                         bool_and((h.end_kind, h.holder_id, h.for_person_id, h.target) is not distinct from (p.end_kind, p.holder_id, p.person_id, p.target)) fits
                    from ends p left join holds h on h.subject_id = p.id group by p.id, p.amount_fen),
         legs as (select settlement_id, holder_id, sum(amount_fen) amount from settlement_legs group by settlement_id, holder_id),
         shares as (select settlement_id, sum(amount_fen) amount, sum(amount_fen) filter (where binding_id is not null) shared from settlement_legs group by settlement_id),
         moved as (select subject_id, holder_id, sum(amount) amount from transfers where reason = 'settlement' group by subject_id, holder_id),
         due as (select t.* from transfers t join settlement_voids v on v.settlement_id = t.subject_id where t.reason = 'settlement'),
         back as (select * from transfers where reason = 'settlement-void')
    select 'frozen-without-hold' kind, a.id account_id, null::uuid subject_id from accounts a left join open_holds o on o.from_account_id = a.id
     where a.kind = 'personal' and a.frozen <> coalesce(o.amount, 0)
    union all select 'total-not-zero', null, null from entries having sum(amount) <> 0
    union all select 'total-not-zero', null, null from accounts where kind = 'personal'
              having coalesce(sum(balance), 0) + (select coalesce(sum(e.amount), 0) from entries e join accounts a on a.id = e.account_id and a.kind = 'clearing') <> 0
    union all select 'holds-unlike-payment', null, id from held where amount is distinct from amount_fen or not fits
    union all select 'holds-unlike-payment', null, subject_id from holds where not exists (select from premium_payments p where p.id = subject_id)
    union all select 'refund-unlike-payment', null, p.id from premium_payments p left join transfers t on t.subject_id = p.id and t.reason = 'refund'
               group by p.id having coalesce(sum(t.amount), 0) <> case p.state when 'refunded' then p.amount_fen else 0 end
    union all select 'premium-twice', null, person_id from premium_payments where state not in ('voided', 'failed', 'refunded')
               group by person_id, year, region_code having count(*) > 1
    union all select 'settlement-unlike-transfers', null, coalesce(settlement_id, subject_id)
                from legs full join moved on settlement_id = subject_id and legs.holder_id = moved.holder_id where legs.amount is distinct from moved.amount
    union all select 'settlement-unlike-transfers', null, t.subject_id
                from transfers t left join settlements s on s.id = t.subject_id left join accounts a on a.id = t.to_account_id
               where t.reason = 'settlement' and (coalesce(t.for_person_id, t.holder_id), a.name) is distinct from (s.holder_id, ${institutionAccount('')} || s.institution_id)
    union all select 'settlement-unlike-transfers', null, s.id from settlements s left join shares on shares.settlement_id = s.id
               where (s.account_fen, s.shared_fen) <> (coalesce(shares.amount, 0), coalesce(shares.shared, 0))
    union all select 'void-unlike-settlement', null, coalesce(due.subject_id, back.subject_id)
                from due full join back on back.subject_id = due.subject_id and back.holder_id = due.holder_id and back.kind = 'posted'
                 and back.from_account_id = due.to_account_id and back.to_account_id = due.from_account_id and back.amount = due.amount
               where due.id is null or back.id is null
    union all select 'void-unlike-settlement', null, s.id from settlement_voids v join settlements s on s.institution_id = v.institution_id and s.msgid = v.msgid
               where v.settlement_id is distinct from s.id
    union all select 'account-missing', null, holder_id from accounts where kind = 'personal' group by holder_id having count(*) <> 2`.execute(
    reader,
  );
  return rows.map(({ kind, account_id: accountId, subject_id: subjectId }) => ({
    kind,
    ...(accountId !== null && { accountId }),
    ...(subjectId !== null && { subjectId }),
  }));
}

/** Clearing accounts have no chain; all there is to one follows from its name. */
export async function findChangedClearingAccounts(reader: Reader): Promise<readonly LedgerFault[]> {
  const { rows } = await sql<{ id: string; holder_id: string; name: string; version: string }>`
    select id, holder_id, name, version::text from accounts where kind = 'clearing'`.execute(reader);
  return rows
    .filter(({ id, holder_id: holderId, name, version }) => id !== clearingAccountId(name) || holderId !== id || version !== '0')
    .map(({ id }) => ({ kind: 'account-changed', accountId: id }));
}
