import { runDueJobs } from '@gongji/core';
import { type CoreLab, openLab } from '../support/core-lab';
import { applyFor, checkBooks, countMoney, familyInShenzhen } from '../support/premiums';
import { LEVY_FEN } from '../support/tax-desk';

// More than one clearing file holds, and more than one statement can take.

jest.setTimeout(240_000);

let lab: CoreLab;
beforeAll(async () => {
  lab = await openLab('postgres', 5);
});
afterAll(() => lab.close());

const COPIES = 10_500;

/** As many families again as the one that applied through the front door, each with its own people, account, hold and application. */
async function copyFamily(paymentId: string): Promise<void> {
  await lab.pool.query(
    `create temporary table copies as select n, gen_random_uuid() payer, gen_random_uuid() person, gen_random_uuid() binding, gen_random_uuid() quote,
            gen_random_uuid() payment, gen_random_uuid() account, gen_random_uuid() opened, gen_random_uuid() held from generate_series(1, ${COPIES}) n;
     create temporary table original as select p.*, t.from_account_id, t.to_account_id, t.amount hold from premium_payments p
       join transfers t on t.subject_id = p.id where p.id = '${paymentId}';
     insert into persons select (jsonb_populate_record(p, jsonb_build_object('id', c.id, 'openid_index', null,
            'certificate_index', '\\x' || encode(sha256(c.id::text::bytea), 'hex')))).*
       from (select payer id, o.holder_id from copies, original o union all select person, o.person_id from copies, original o) c join persons p on p.id = c.holder_id;
     insert into bindings select (jsonb_populate_record(b, jsonb_build_object('id', c.binding, 'holder_id', c.payer, 'relative_id', c.person,
            'accept_by', null, 'invitation_hash', null))).* from copies c, bindings b where b.id = (select binding_id from original);
     insert into grants select (jsonb_populate_record(g, jsonb_build_object('binding_id', c.binding, 'holder_id', c.payer))).*
       from copies c, grants g where g.binding_id = (select binding_id from original) and g.kind = 'share-funds';
     insert into premium_quotes select c.quote, c.payer, c.binding, c.person, year, region_code, amount_fen, policy_version, levy, terms, made_at, expires_at
       from copies c, premium_quotes q where q.id = (select quote_id from original);
     insert into premium_payments select (jsonb_populate_record(p, jsonb_build_object('id', c.payment, 'number', 'GJ' || c.n, 'holder_id', c.payer,
            'person_id', c.person, 'binding_id', c.binding, 'quote_id', c.quote, 'tax_number', 'C' || c.n,
            'state', 'submitting', 'reason', 'held'))).* from copies c, premium_payments p where p.id = (select id from original);
     update premium_payments set state = 'applied', reason = 'accepted' where state = 'submitting';
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
     analyze`,
  );
  const { rows } = await lab.pool.query<{ id: string }>('select id from premium_payments where id <> $1 order by id', [paymentId]);
  for (const { id } of rows) await lab.tax.apply({ ...LEVY, paymentId: id, certificateNumber: id });
  const known = rows.map(({ id }) => [id, lab.tax.applications.get(id)?.taxNumber]);
  await lab.pool.query('update premium_payments p set tax_number = k.value from jsonb_each_text($1::jsonb) k where p.id = k.key::uuid', [
    JSON.stringify(Object.fromEntries(known)),
  ]);
}

const LEVY = { regionCode: '441400', year: 2027, amountFen: LEVY_FEN, payer: '测*' };

it('clears ten thousand and more premiums in files that the tax office takes and statements that the database takes', async () => {
  const payment = await applyFor(lab, await familyInShenzhen(lab));
  await copyFamily(payment.paymentId);
  lab.setClock(new Date('2026-11-30T02:00:00Z'));
  expect(await runDueJobs(lab.deps)).toMatchObject({ cleared: COPIES + 1 });
  expect(await countMoney(lab)).toMatchObject({ frozen: 0, taken: (COPIES + 1) * LEVY_FEN });
  expect((await lab.pool.query('select state, item_count from clearing_batches order by item_count')).rows).toEqual([
    { state: 'done', item_count: COPIES + 1 - 10_000 },
    { state: 'done', item_count: 10_000 },
  ]);
  await checkBooks(lab);
});
