import { applyPremium, type CoreDeps, deleteAccount, type PaymentView, refundPremium, runDueJobs, unbind } from '@gongji/core';
import { fen, plainDate } from '@gongji/domain';
import { balanceOf, type CoreLab, newKey, openLab, type Person } from '../support/core-lab';
import { bindMany, doAll, enrolMany, enrolParents, quoteMany } from '../support/many';
import { checkBooks, type Family, stateOf } from '../support/premiums';
import { codeOf, type Pair, racePairs, tally, watchDeadlocks } from '../support/races';

// A refund against itself, against an unbinding and against the jobs, on PostgreSQL, from two processes that share nothing but the database. A zero in a
// hundred bounds the rate by 3 %.

const TIMES = 100;

jest.setTimeout(240_000);

let lab: CoreLab;
let other: ReturnType<typeof watchDeadlocks>;
// Each with books of its own: the jobs remind everybody whom they find.
beforeEach(async () => {
  lab = await openLab('postgres', 24);
  other = watchDeadlocks(lab.openProcess());
  lab.tax.answerRefunds('at once');
});
afterEach(async () => {
  await checkBooks(lab);
  await lab.close();
});

interface Paid {
  readonly family: Family;
  readonly payment: PaymentView;
}

/** In Jinan, where a premium is taken with the application. */
async function payMany(count: number): Promise<readonly Paid[]> {
  const where = { regionCode: '370100' };
  const payers = await enrolMany(lab, count, { ...where, birthDate: '1981-01-01' });
  const persons = await enrolParents(lab, count, { ...where, birthDate: '2015-02-10' });
  const terms = { relation: 'child', guardianStatement: true, sharedLimitFen: fen(1_000_000) } as const;
  const bindingIds = await bindMany(lab, { owners: payers, relatives: persons }, terms);
  const payments = await doAll(lab, applyPremium, await quoteMany(lab, payers, persons));
  return payments.map((payment, index) => ({
    family: { payer: payers[index] as Person, person: persons[index] as Person, bindingId: bindingIds[index] ?? '' },
    payment,
  }));
}

const refund = ({ family, payment }: Paid) => {
  const request = { key: newKey(), actorId: family.payer.personId, paymentId: payment.paymentId, reason: 'duplicate' } as const;
  return (deps: CoreDeps) => refundPremium(deps, [request]);
};
const states = async (paid: readonly Paid[]) => tally(await Promise.all(paid.map(({ family, payment }) => stateOf(lab, family, payment))));

describe('a hundred times', () => {
  it('two devices ask for one refund: the money comes back once', async () => {
    const paid = await payMany(TIMES);
    const pairs = paid.map((each): Pair => [refund(each), refund(each)]);
    const ends = tally(await racePairs(pairs, [lab.deps, other.deps]));
    for (const end of Object.keys(ends)) expect(end).toMatch(/^(done \+ PREMIUM_\w+|PREMIUM_\w+ \+ done)$/);
    expect(await states(paid)).toEqual({ refunded: TIMES });
    expect(other.count()).toBe(0);
  });

  it('a refund meets an unbinding: both happen', async () => {
    const paid = await payMany(TIMES);
    const unbinding = ({ family }: Paid) => {
      const request = { key: newKey(), actorId: family.payer.personId, bindingId: family.bindingId };
      return (deps: CoreDeps) => unbind(deps, [request]);
    };
    const ends = tally(
      await racePairs(
        paid.map((each): Pair => [refund(each), unbinding(each)]),
        [lab.deps, other.deps],
      ),
    );
    expect(ends).toEqual({ 'done + done': TIMES });
    expect(await states(paid)).toEqual({ refunded: TIMES });
    expect(other.count()).toBe(0);
  });

  it('a refund meets the deletion of the payer: nothing comes back to an account of nobody', async () => {
    const paid = await payMany(TIMES);
    for (const { family } of paid) await unbind(lab.deps, [{ key: newKey(), actorId: family.payer.personId, bindingId: family.bindingId }]);
    const leaving = ({ family }: Paid) => {
      const request = { key: newKey(), actorId: family.payer.personId };
      return (deps: CoreDeps) => deleteAccount(deps, [request]);
    };
    const ends = await racePairs(
      paid.map((each): Pair => [refund(each), leaving(each)]),
      [lab.deps, other.deps],
    );
    for (const end of Object.keys(tally(ends)))
      expect(['done + done', 'done + ACCOUNT_DELETION_BLOCKED', 'PERSON_NOT_ENROLLED + done']).toContain(end);
    const gone = paid.filter((_, index) => ends[index]?.endsWith(' done'));
    const left = gone.map(async ({ family }) => (await balanceOf(lab.pool, family.payer.personId)).balanceFen);
    expect(tally((await Promise.all(left)).map(String))).toEqual({ 0: gone.length });
    expect(other.count()).toBe(0);
  });

  it('four processes finish refunds that the tax office answers later: each once', async () => {
    const paid = await payMany(TIMES);
    lab.tax.answerRefunds(plainDate('2026-11-25'));
    for (const each of paid) expect(codeOf((await refund(each)(lab.deps))[0])).toBe('done');
    lab.tax.answerRefunds('at once');
    lab.setClock(new Date('2026-11-25T02:00:00Z'));
    await Promise.all([lab.deps, other.deps, { ...other.deps }, { ...other.deps }].map((deps) => runDueJobs(deps)));
    await runDueJobs(lab.deps);
    expect(await states(paid)).toEqual({ refunded: TIMES });
  });
});
