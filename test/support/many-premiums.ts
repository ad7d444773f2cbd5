import type { CoreLab } from './core-lab';
import { LEVY_FEN } from './tax-desk';

// As many premiums as a month end has, made in a few statements from one that went in by the front door.

/** As many families again as the one that applied, each with its own people, account, hold and application, region after region. */
export async function copyPremium(
  lab: Pick<CoreLab, 'pool' | 'tax'>,
  paymentId: string,
  { copies, regions = ['441400'] }: { readonly copies: number; readonly regions?: readonly string[] },
): Promise<readonly string[]> {
  const { rows: before } = await lab.pool.query<{ id: string }>('select id from premium_payments');
  await lab.pool.query(copyingSql(paymentId, copies, regions));
  const { rows } = await lab.pool.query<{ id: string; region_code: string }>('select id, region_code from premium_payments order by id');
  const old = new Set(before.map(({ id }) => id));
  const fresh = rows.filter(({ id }) => !old.has(id));
  for (const { id, region_code: regionCode } of fresh)
    await lab.tax.apply({ paymentId: id, certificateNumber: id, regionCode, year: 2027, amountFen: LEVY_FEN, payer: '测*' });
  const numbers = Object.fromEntries(fresh.map(({ id }) => [id, lab.tax.applications.get(id)?.taxNumber]));
  await lab.pool.query('update premium_payments p set tax_number = k.value from jsonb_each_text($1::jsonb) k where p.id = k.key::uuid', [
    JSON.stringify(numbers),
  ]);
  return fresh.map(({ id }) => id);
}

const copyingSql = (paymentId: string, copies: number, regions: readonly string[]): string => `
  drop table if exists copies, original;
  create temporary table copies as select n, ('{${regions.join(',')}}'::text[])[1 + n % ${regions.length}] region, gen_random_uuid() payer, gen_random_uuid() person,
         gen_random_uuid() binding, gen_random_uuid() payment, gen_random_uuid() account, gen_random_uuid() opened,
         gen_random_uuid() held from generate_series(1, ${copies}) n;
  create temporary table original as select p.*, t.from_account_id, t.to_account_id, t.amount hold from premium_payments p
    join transfers t on t.subject_id = p.id where p.id = '${paymentId}' and t.kind = 'pending';
  insert into persons select (jsonb_populate_record(p, jsonb_build_object('id', c.id, 'openid_index', null,
         'certificate_index', '\\x' || encode(sha256(c.id::text::bytea), 'hex')))).*
    from (select payer id, o.holder_id from copies, original o union all select person, o.person_id from copies, original o) c join persons p on p.id = c.holder_id;
  insert into bindings select (jsonb_populate_record(b, jsonb_build_object('id', c.binding, 'holder_id', c.payer, 'relative_id', c.person,
         'accept_by', null, 'invitation_hash', null))).* from copies c, bindings b where b.id = (select binding_id from original);
  insert into grants select (jsonb_populate_record(g, jsonb_build_object('binding_id', c.binding, 'holder_id', c.payer))).*
    from copies c, grants g where g.binding_id = (select binding_id from original) and g.kind = 'share-funds';
  insert into premium_quotes select c.payment, c.payer, c.binding, c.person, year, c.region, amount_fen, policy_version, levy, terms, made_at, expires_at
    from copies c, premium_quotes q where q.id = (select id from original);
  insert into premium_payments select (jsonb_populate_record(p, jsonb_build_object('id', c.payment, 'number', 'GJ' || c.payment, 'holder_id', c.payer,
         'person_id', c.person, 'binding_id', c.binding, 'region_code', c.region, 'tax_number', 'C' || c.n, 'state', 'submitting', 'reason', 'held'))).*
    from copies c, premium_payments p where p.id = (select id from original);
  update premium_payments set state = 'applied', reason = 'accepted' where id in (select payment from copies);
  insert into accounts select c.account, c.payer, kind, pot, name, o.hold, o.hold, 2, sha256('copied'), opened_at
    from copies c, original o join accounts a on a.id = o.from_account_id;
  insert into transfers select c.opened, c.payer, 'opening', 'posted', null, t.from_account_id, c.account, o.hold, 'opening', c.payer, null, t.at
    from copies c, original o join transfers t on t.holder_id = o.holder_id and t.reason = 'opening' and t.to_account_id = o.from_account_id;
  insert into transfers select c.held, c.payer, 'premium/' || c.payment, 'pending', null, c.account, o.to_account_id, o.hold, 'premium-hold', c.payment, c.person,
         o.submitted_at from copies c, original o;
  insert into entries (holder_id, account_id, transfer_id, account_version, amount, frozen_delta, balance_before, balance_after, frozen_before, frozen_after, hash, at)
    select c.payer, c.account, c.opened, 1, o.hold, 0, 0, o.hold, 0, 0, sha256('copied'), o.submitted_at from copies c, original o
    union all select t.from_account_id, t.from_account_id, c.opened, null, -o.hold, 0, null, null, null, null, null, o.submitted_at
    from copies c, original o, transfers t where t.id = c.opened
    union all select c.payer, c.account, c.held, 2, 0, o.hold, o.hold, o.hold, 0, o.hold, sha256('copied'), o.submitted_at from copies c, original o;
  analyze`;
