import { applyPremium, type CoreDeps, holdPremium, one, readPayment } from '@gongji/core';
import { type CoreLab, ENGINES, newKey, openLab } from '../support/core-lab';
import { checkBooks, familyInShenzhen, quoteFor } from '../support/premiums';
import { watchedDeps } from '../support/watched-deps';

// Statements that do not need each other's answers are sent without waiting: in which order they come to the database, and what becomes of those behind one that fails.

jest.setTimeout(60_000);

interface Watched {
  readonly deps: CoreDeps;
  /** As they were sent. */
  readonly sent: readonly string[];
}

/** The same process, with its statements written down; one that begins like `broken` is another that no server carries out. */
function watch(deps: CoreDeps, broken?: string): Watched {
  const sent: string[] = [];
  const watched = watchedDeps(deps, (query) => (text, values) => {
    const statement = text.trim().replaceAll('"', '');
    sent.push(statement);
    return query(broken !== undefined && statement.startsWith(broken) ? `broken ${text}` : text, values);
  });
  return { deps: watched, sent };
}

const LOCKS = /for no key update|pg_advisory_xact_lock|^insert into requests/;
/** What each lock and each end of a transaction is about. */
const stepsOf = (sent: readonly string[]): readonly string[] =>
  sent
    .filter((statement) => LOCKS.test(statement) || /^(start|commit|rollback)/.test(statement))
    .map(
      (statement) =>
        /^(start|commit|rollback)/.exec(statement)?.[0] ?? /bindings|advisory|accounts|requests/.exec(statement)?.[0] ?? statement,
    );

describe.each(ENGINES)('the statements of a transaction on %s', (engine) => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab(engine);
  });
  afterEach(() => checkBooks(lab));
  afterAll(() => lab.close());

  const askToHold = async () => {
    const family = await familyInShenzhen(lab);
    return { key: newKey(), actorId: family.payer.personId, quoteId: (await quoteFor(lab, family)).quoteId };
  };

  it('lock bindings, levies, accounts and the request key, in this order', async () => {
    const { deps, sent } = watch(lab.deps);
    await one(holdPremium)(deps, await askToHold());
    expect(stepsOf(sent)).toEqual(['start', 'bindings', 'advisory', 'accounts', 'requests', 'commit']);
  });

  it('look at nothing that a lock keeps still before the lock is asked for', async () => {
    const { deps, sent } = watch(lab.deps);
    await one(holdPremium)(deps, await askToHold());
    const lastLock = sent.map((statement) => statement.includes('for no key update')).lastIndexOf(true);
    const looks = sent.flatMap((statement, index) =>
      /^select .*from (persons|requests|premium_payments|grants)\b/s.test(statement) ? [index] : [],
    );
    expect(looks.length).toBeGreaterThan(3);
    expect(Math.min(...looks)).toBeGreaterThan(lastLock);
  });

  it.each(['insert into premium_payments', 'update accounts', 'insert into entries', 'insert into requests'])(
    'are all taken back, and nothing is sent beside the transaction, when “%s” fails',
    async (broken) => {
      const request = await askToHold();
      const { deps, sent } = watch(lab.deps, broken);
      // The first error is told, not that the server refused what came behind it.
      await expect(holdPremium(deps, [request])).rejects.toThrow(/syntax error/);
      expect(stepsOf(sent).at(-1)).toBe('rollback');
      expect(sent.at(-1)).toBe('rollback');
      expect((await holdPremium(lab.deps, [request])).map(({ ok }) => ok)).toEqual([true]);
    },
  );

  it('are not sent any more when the transaction did not begin', async () => {
    const { deps, sent } = watch(lab.deps, 'start transaction');
    await expect(holdPremium(deps, [await askToHold()])).rejects.toThrow(/syntax error/);
    // The first is on its way with the beginning.
    expect(sent.map((statement) => statement.split(' ')[0])).toEqual(['start', 'select', 'rollback']);
  });

  it.each([
    ['40P01', 'SERVICE_BUSY'],
    ['40001', 'SERVICE_BUSY'],
    ['23505', '23505'],
  ])('that fail by %s eight times are told as %s: a race ends some time, a row that is always there is a bug', async (code, told) => {
    let tries = 0;
    const deps = watchedDeps(lab.deps, (query) => (text, values) => {
      if (!text.trim().startsWith('insert into "premium_payments"')) return query(text, values);
      tries += 1;
      return Promise.reject(Object.assign(new Error('lost'), { code }));
    });
    await expect(holdPremium(deps, [await askToHold()])).rejects.toMatchObject({ code: told });
    expect(tries).toBe(8);
  });

  it('answer who applied what a look at the payment answers', async () => {
    const request = await askToHold();
    const applied = await one(applyPremium)(lab.deps, request);
    expect(applied.state).toBe('applied');
    expect(await readPayment(lab.deps, { personId: request.actorId, paymentId: applied.paymentId })).toEqual(applied);
    expect(await one(applyPremium)(lab.deps, request)).toEqual(applied);
  });
});
