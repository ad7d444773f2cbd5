import {
  type ApplyPremium,
  applyPremium,
  type CoreDeps,
  databaseOf,
  holdPremium,
  one,
  type Outcome,
  type PoolClient,
  readPayment,
  voidPremium,
} from '@gongji/core';
import { type CoreLab, type Engine, ENGINES, newKey, openLab } from '../support/core-lab';
import { checkBooks, type Family, familyInShenzhen, quoteFor } from '../support/premiums';
import { codeOf, tally } from '../support/races';
import { type DrawnFamily, drawPlan, raiseFamilies } from '../support/random-groups';
import { until } from '../support/until';
import { watchedDeps } from '../support/watched-deps';

// Requests that come at once are one transaction: nobody may see a difference but in speed.

jest.setTimeout(240_000);

const GROUPS: Readonly<Record<Engine, number>> = { postgres: 100, pglite: 10 };

const MET = [
  'IDEMPOTENCY_KEY_REUSED',
  'PREMIUM_ALREADY_APPLIED',
  'PREMIUM_NOT_ENOUGH_BALANCE',
  'PREMIUM_OVER_SHARED_LIMIT',
  'PREMIUM_PAYMENT_NOT_FOUND',
];

type Answers = readonly Outcome<{ readonly paymentId: string }>[];

/** Ids differ from run to run: a payment is named by the first request that was answered with it. */
const comparable = (outcomes: Answers): readonly string[] => {
  const ids = outcomes.map((outcome) => (outcome.ok ? outcome.value.paymentId : outcome.code));
  return ids.map((id, index) => (outcomes[index]?.ok === true ? `payment of ${ids.indexOf(id)}` : id));
};

/** Every entry of every payer, in the order in which they were written. */
async function booksOf({ pool }: CoreLab, { payers }: DrawnFamily): Promise<readonly string[]> {
  const ids = payers.map(({ personId }) => personId);
  const { rows } = await pool.query<{ holder: string; line: string }>(
    `select a.holder_id holder, concat_ws(' ', a.pot, a.balance, a.frozen, a.version, e.account_version, t.kind, t.request_id, e.amount, e.frozen_delta) line
       from accounts a left join entries e on e.account_id = a.id left join transfers t on t.id = e.transfer_id
      where a.holder_id = any($1::uuid[]) order by a.pot, e.account_version`,
    [ids],
  );
  return rows.map(({ holder, line }) => `${ids.indexOf(holder)} ${line}`).sort();
}

/** The same process, with a count of the transactions that stood. */
function countCommits(deps: CoreDeps): { readonly deps: CoreDeps; readonly count: () => number } {
  let commits = 0;
  const counted = watchedDeps(deps, (query) => (text, values) => {
    if (text === 'commit') commits += 1;
    return query(text, values);
  });
  return { deps: counted, count: () => commits };
}

describe.each(ENGINES)('a group of requests on %s', (engine) => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab(engine);
  });
  afterEach(() => checkBooks(lab));
  afterAll(() => lab.close());

  const requestOf = async (family: Family): Promise<ApplyPremium> => ({
    key: newKey(),
    actorId: family.payer.personId,
    quoteId: (await quoteFor(lab, family)).quoteId,
  });
  const requestsOf = async (count: number): Promise<ApplyPremium[]> => {
    const requests = [];
    for (let n = 0; n < count; n += 1) requests.push(await requestOf(await familyInShenzhen(lab)));
    return requests;
  };
  /** A quote's id that is no id makes the database refuse the statement: whoever stands in one list with it fails as well. */
  const poisonOf = (request: ApplyPremium): ApplyPremium => ({ ...request, key: newKey(), quoteId: 'no id' });

  it(`comes to the same as one after the other, ${GROUPS[engine]} times`, async () => {
    const plans = Array.from({ length: GROUPS[engine] }, (_, seed) => drawPlan(seed));
    const [together, apart] = [await raiseFamilies(lab, plans), await raiseFamilies(lab, plans)];
    const codes: string[] = [];
    const different = [];
    for (const [index, family] of together.entries()) {
      const twin = apart[index] as DrawnFamily;
      const grouped = await holdPremium(lab.deps, family.requests);
      const single = [];
      for (const request of twin.requests) single.push(...(await holdPremium(lab.deps, [request])));
      codes.push(...grouped.map(codeOf));
      const [ofGroup, ofTwin] = [
        [...comparable(grouped), ...(await booksOf(lab, family))],
        [...comparable(single), ...(await booksOf(lab, twin))],
      ];
      if (JSON.stringify(ofGroup) !== JSON.stringify(ofTwin)) different.push({ seed: index, ofGroup, ofTwin });
    }
    expect(different).toEqual([]);
    // Every rule that one request makes for another was met, where there were enough of them.
    expect(Object.keys(tally(codes))).toEqual(expect.arrayContaining(engine === 'postgres' ? MET : ['done']));
  });

  it('leaves the neighbours of a request that fails done, and fails it alone', async () => {
    const requests = await requestsOf(6);
    const [first] = requests as [ApplyPremium];
    const { deps, count } = countCommits(lab.deps);
    const poison = poisonOf(first);
    const ends = await Promise.allSettled(
      [...requests.slice(0, 3), poison, ...requests.slice(3)].map((request) => holdPremium(deps, [request])),
    );
    expect(ends.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(ends.flatMap((end) => (end.status === 'fulfilled' ? end.value.map(codeOf) : []))).toEqual(Array(6).fill('done'));
    // The group was rolled back; each went again by itself.
    expect(count()).toBe(6);
  });

  it('is one transaction where nothing fails', async () => {
    const requests = await requestsOf(6);
    const { deps, count } = countCommits(lab.deps);
    await Promise.all(requests.map((request) => holdPremium(deps, [request])));
    expect(count()).toBe(1);
  });

  it.each([
    ['there is none', 0],
    ['it goes while they are under way', 1],
  ])('asks for a connection no oftener than it takes to know that %s, and fails them all', async (_when, given) => {
    const requests = await requestsOf(6);
    let asked = 0;
    const broken = watchedDeps(lab.deps, () => () => Promise.reject(new Error('the server is gone')));
    const connect = (): Promise<PoolClient> => {
      asked += 1;
      return asked <= given ? broken.pool.connect() : Promise.reject(new Error('nobody answers'));
    };
    const pool = { ...lab.deps.pool, connect };
    const deps = { ...lab.deps, pool, db: databaseOf(pool) };
    const ends = await Promise.allSettled(requests.map((request) => holdPremium(deps, [request])));
    expect(ends.map(({ status }) => status)).toEqual(Array(6).fill('rejected'));
    expect(asked).toBe(given + 1);
    expect((await holdPremium(lab.deps, requests)).map(codeOf)).toEqual(Array(6).fill('done'));
  });

  it('is one transaction where they are voids, and then so many as answers come at different times', async () => {
    const requests = await requestsOf(6);
    const payments = await Promise.all(requests.map((request) => one(applyPremium)(lab.deps, request)));
    const { deps, count } = countCommits(lab.deps);
    const voids = requests.map(({ actorId }, index) => ({ key: newKey(), actorId, paymentId: payments[index]?.paymentId ?? '' }));
    // Whoever voids a payment has read it; that they looked is a transaction of its own, once a day.
    await Promise.all(voids.map(({ actorId, paymentId }) => readPayment(deps, { personId: actorId, paymentId })));
    const before = count();
    const ends = await Promise.all(voids.map((request) => one(voidPremium)(deps, request)));
    expect(ends.map(({ state }) => state)).toEqual(Array(6).fill('voided'));
    expect(count() - before).toBeLessThanOrEqual(1 + requests.length);
    await expect(Promise.all(voids.map((request) => one(voidPremium)(deps, request)))).resolves.toEqual(ends);
  });

  it('turns away what comes when too many wait, at once, with nothing changed and the key free', async () => {
    const request = await requestOf(await familyInShenzhen(lab));
    const nobody = { ...request, quoteId: newKey() };
    const before = await countPayments(lab);
    const waiting = holdPremium(
      lab.deps,
      Array.from({ length: 2_000 }, () => ({ ...nobody, key: newKey() })),
    );
    const [outcome] = await holdPremium(lab.deps, [request]);
    expect(outcome).toMatchObject({ ok: false, code: 'SERVICE_BUSY' });
    expect(tally((await waiting).map(codeOf))).toEqual({ PREMIUM_PAYMENT_NOT_FOUND: 2_000 });
    expect(await countPayments(lab)).toBe(before);
    await expect(one(applyPremium)(lab.deps, request)).resolves.toMatchObject({ state: 'applied' });
  });

  it('is not waited for: one request alone needs no timer', async () => {
    const [request] = await requestsOf(1);
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance', 'Date'] });
    try {
      expect((await applyPremium(lab.deps, request === undefined ? [] : [request])).map(codeOf)).toEqual(['done']);
    } finally {
      jest.useRealTimers();
    }
  });
});

it('one that waits for a lock is not waited for by those that come after it', async () => {
  const lab = await openLab('postgres');
  const [family, other] = [await familyInShenzhen(lab), await familyInShenzhen(lab)];
  const ask = async (each: Family): Promise<ApplyPremium> => ({
    key: newKey(),
    actorId: each.payer.personId,
    quoteId: (await quoteFor(lab, each)).quoteId,
  });
  const [stuck, free] = [await ask(family), await ask(other)];
  const holder = await lab.pool.connect();
  await holder.query('begin');
  await holder.query('select from accounts where holder_id = $1 for update', [family.payer.personId]);
  const waiting = holdPremium(lab.deps, [stuck]);
  const locks = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  await until(async () => (await lab.pool.query(locks)).rows.length === 1);
  expect((await holdPremium(lab.deps, [free])).map(codeOf)).toEqual(['done']);
  await holder.query('rollback');
  holder.release();
  expect((await waiting).map(codeOf)).toEqual(['done']);
  await checkBooks(lab);
  await lab.close();
});

async function countPayments({ pool }: CoreLab): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int count from premium_payments');
  return rows[0]?.count ?? Number.NaN;
}
