import type { CoreLab } from './core-lab';
import { countMoney } from './premiums';

// Families that were copied by SQL have no chain that verifies and one pot: their books are looked at by their sums.

/** The sums are whole, and what the tax office took is what left the accounts. */
export async function checkCopiedBooks(lab: CoreLab): Promise<void> {
  const broken = await findBrokenSums(lab);
  const { taken } = await countMoney(lab);
  if (taken !== lab.tax.takenFen()) broken.push(`the tax office took ${lab.tax.takenFen()}, the accounts gave ${taken}`);
  if (broken.length > 0) throw new Error(broken.join('\n'));
}

/**
 * What is wrong in the books: an account that is not the sum of its entries, money from nowhere, a frozen part that is not the sum of open holds,
 * a payment whose holds or whose refund are not what its state says, a levy with two payments that stand.
 */
async function findBrokenSums({ pool }: CoreLab): Promise<string[]> {
  const { rows } = await pool.query<{ what: string }>(`
    with sums as (select account_id, sum(amount) balance, sum(frozen_delta) frozen from entries group by account_id),
         holds as (select t.subject_id, t.from_account_id, t.amount, coalesce(r.kind, 'open') end_kind
                     from transfers t left join transfers r on r.pending_id = t.id where t.kind = 'pending'),
         open_holds as (select from_account_id, sum(amount) amount from holds where end_kind = 'open' group by from_account_id),
         held as (select p.id, p.state, p.amount_fen, sum(h.amount) filter (where h.end_kind = case when p.state in ('paid', 'posted', 'refunding', 'refunded') then 'post-pending'
                         when p.state in ('voided', 'failed') then 'void-pending' else 'open' end) amount
                    from premium_payments p left join holds h on h.subject_id = p.id group by p.id),
         back as (select p.id, p.state, p.amount_fen, sum(t.amount) amount
                    from premium_payments p left join transfers t on t.subject_id = p.id and t.reason = 'refund' group by p.id)
    select 'balance of ' || a.id what from accounts a left join sums s on s.account_id = a.id
     where a.kind = 'personal' and (a.balance, a.frozen) is distinct from (coalesce(s.balance, 0), coalesce(s.frozen, 0))
    union all select 'all entries together: ' || sum(amount) from entries having sum(amount) <> 0
    union all select 'frozen of ' || a.id from accounts a left join open_holds o on o.from_account_id = a.id
     where a.kind = 'personal' and a.frozen <> coalesce(o.amount, 0)
    union all select 'holds of payment ' || id || ', which is ' || state from held where amount is distinct from amount_fen
    union all select 'refund of payment ' || id || ', which is ' || state from back
     where coalesce(amount, 0) <> case state when 'refunded' then amount_fen else 0 end
    union all select 'two payments for ' || person_id from premium_payments where state not in ('voided', 'failed', 'refunded') group by person_id, year having count(*) > 1`);
  return rows.map((row) => row.what);
}
