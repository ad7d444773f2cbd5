import { type ClearingAnswer, readTaxReport, runDueJobs, type TaxOffice } from '@gongji/core';
import { plainDate } from '@gongji/domain';
import { checkCopiedBooks } from '../support/copied-books';
import { type CoreLab, openLab } from '../support/core-lab';
import { inboxOf } from '../support/core-steps';
import { copyPremium } from '../support/many-premiums';
import { applyFor, countMoney, type Family, familyInBeijing, familyInShenzhen, runAt, stateOf } from '../support/premiums';
import { LEVY_FEN } from '../support/tax-desk';
import { watchedDeps } from '../support/watched-deps';

// A run over regions: what one answer leaves out, and what one region does to the others.

jest.setTimeout(60_000);

const LAST_DAY = '2026-11-30T02:00:00Z';
const MINUTE_LATER = '2026-11-30T02:01:00Z';

let lab: CoreLab;
beforeEach(async () => {
  lab = await openLab('postgres', 6);
});
afterEach(() => checkCopiedBooks(lab));
afterEach(() => lab.close());

const applied = async (family: Family) => ({ family, payment: await applyFor(lab, family) });
const states = (...list: readonly Awaited<ReturnType<typeof applied>>[]) =>
  Promise.all(list.map(({ family, payment }) => stateOf(lab, family, payment)));
const batches = async () => (await lab.pool.query('select state, item_count from clearing_batches order by made_at, item_count desc')).rows;

describe('what the answer to a batch does not mention', () => {
  const two = async () => {
    const [mentioned, other] = [await applied(await familyInShenzhen(lab)), await applied(await familyInShenzhen(lab))];
    lab.tax.leaveOut(other.payment.paymentId);
    return { mentioned, other, id: other.payment.paymentId };
  };
  const setState = (id: string, state: 'voided' | 'paid'): void => {
    const found = lab.tax.applications.get(id);
    if (found !== undefined) found.state = state;
  };

  it('and is open there goes into a new batch, and is paid by that', async () => {
    const { mentioned, other, id } = await two();
    await runAt(lab, LAST_DAY);
    expect(await states(mentioned, other)).toEqual(['paid', 'clearing']);
    expect(await batches()).toEqual([
      { state: 'done', item_count: 2 },
      { state: 'made', item_count: 1 },
    ]);
    lab.tax.mention(id);
    await runAt(lab, '2026-11-30T02:00:59Z');
    expect(await states(other)).toEqual(['clearing']);
    await runAt(lab, MINUTE_LATER);
    expect(await states(mentioned, other)).toEqual(['paid', 'paid']);
    expect(lab.tax.batchIds.size).toBe(2);
  });

  it('leaves no batch open that everything went out of before a crash', async () => {
    const only = await applied(await familyInShenzhen(lab));
    lab.tax.leaveOut(only.payment.paymentId);
    lab.setClock(new Date(LAST_DAY));
    const dying = watchedDeps(lab.deps, (query) => (text, values) => {
      if (text.startsWith('update "clearing_batches" set "state"')) throw new Error('killed');
      return query(text, values);
    });
    await expect(runDueJobs(dying)).rejects.toThrow('killed');
    expect((await batches()).map(({ state }) => state)).toEqual(['made', 'made']);
    lab.tax.mention(only.payment.paymentId);
    await runAt(lab, MINUTE_LATER);
    expect(await states(only)).toEqual(['paid']);
    expect((await batches()).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(lab.tax.calls.clear).toBe(2);
  });

  it('and was taken there is paid', async () => {
    const { mentioned, other, id } = await two();
    setState(id, 'paid');
    await runAt(lab, LAST_DAY);
    expect(await states(mentioned, other)).toEqual(['paid', 'paid']);
    expect(await batches()).toEqual([{ state: 'done', item_count: 2 }]);
  });

  it('and was voided there gives the money back', async () => {
    const { mentioned, other, id } = await two();
    setState(id, 'voided');
    await runAt(lab, LAST_DAY);
    expect(await states(mentioned, other)).toEqual(['paid', 'failed']);
    expect(await countMoney(lab)).toMatchObject({ frozen: 0, taken: LEVY_FEN });
  });

  it('and cannot be asked about stays where it is, held, and is asked about again', async () => {
    const { mentioned, other } = await two();
    lab.tax.fail('query', 'lost-answer');
    await runAt(lab, LAST_DAY);
    expect(await states(mentioned, other)).toEqual(['paid', 'clearing']);
    expect(await countMoney(lab)).toMatchObject({ frozen: LEVY_FEN });
    await runAt(lab, MINUTE_LATER);
    expect(await batches()).toMatchObject([{ state: 'done' }, { state: 'made' }]);
  });

  it('and that it knows nothing of any more is neither paid nor given back', async () => {
    const { other, id } = await two();
    const forgetful: TaxOffice = {
      ...lab.tax,
      query: async (asked) => (asked === id ? { state: 'none', taxNumber: null } : lab.tax.query(asked)),
    };
    lab.setClock(new Date(LAST_DAY));
    await runDueJobs({ ...lab.deps, taxOffice: forgetful });
    expect(await states(other)).toEqual(['clearing']);
    expect(await countMoney(lab)).toMatchObject({ frozen: LEVY_FEN });
  });
});

it('is asked about what an answer says yes and no to, and counts once what it says twice', async () => {
  const [twice, both] = [await applied(await familyInShenzhen(lab)), await applied(await familyInShenzhen(lab))];
  const muddled: TaxOffice = {
    ...lab.tax,
    clear: async (file): Promise<ClearingAnswer> => {
      const { items } = await lab.tax.clear(file);
      const no = items.flatMap((item) => (item.paymentId === both.payment.paymentId ? { ...item, state: 'refused' as const } : item));
      return { items: [...items, ...no] };
    },
  };
  lab.setClock(new Date(LAST_DAY));
  await runDueJobs({ ...lab.deps, taxOffice: muddled });
  expect(await states(twice, both)).toEqual(['paid', 'paid']);
  expect(await countMoney(lab)).toMatchObject({ frozen: 0, taken: 2 * LEVY_FEN });
  expect(lab.tax.calls.query).toBe(1);
  for (const { family } of [twice, both])
    expect((await inboxOf(lab.deps, family.payer.personId)).filter(({ title }) => title === '居民医保费已缴')).toHaveLength(1);
});

// Each of the two in turn, because which batch comes first is nobody's choice.
describe.each(['110000', '441400'])('a region (%s)', (bad) => {
  it('that fails does not hold up the others, and is cleared when it is back', async () => {
    const [north, south] = [await applied(await familyInBeijing(lab)), await applied(await familyInShenzhen(lab))];
    const broken: TaxOffice = {
      ...lab.tax,
      clear: async (file): Promise<ClearingAnswer> => {
        if (file.regionCode === bad) throw new Error('the adapter is broken');
        return lab.tax.clear(file);
      },
    };
    lab.setClock(new Date(LAST_DAY));
    await expect(runDueJobs({ ...lab.deps, taxOffice: broken })).rejects.toThrow('the adapter is broken');
    expect(await states(north, south)).toEqual(bad === '110000' ? ['clearing', 'paid'] : ['paid', 'clearing']);
    await runAt(lab, MINUTE_LATER);
    expect(await states(north, south)).toEqual(['paid', 'paid']);
  });

  it('that does not answer for long does not keep the others waiting', async () => {
    const [north, south] = [await applied(await familyInBeijing(lab)), await applied(await familyInShenzhen(lab))];
    let answerBad: () => void = () => undefined;
    const patience = new Promise<void>((resolve) => {
      answerBad = resolve;
    });
    const slow: TaxOffice = {
      ...lab.tax,
      clear: async (file) => {
        if (file.regionCode === bad) await patience;
        const answer = await lab.tax.clear(file);
        if (file.regionCode !== bad) answerBad();
        return answer;
      },
    };
    lab.setClock(new Date(LAST_DAY));
    // Would never end if the slow one had to answer first.
    await runDueJobs({ ...lab.deps, taxOffice: slow });
    expect(await states(north, south)).toEqual(['paid', 'paid']);
  });
});

it('a run leaves what an operator reads: how many and how much, paid, refused and open, by region', async () => {
  const first = await applied(await familyInShenzhen(lab));
  const [refused, open] = await copyPremium(lab, first.payment.paymentId, { copies: 5 });
  lab.tax.refuseInBatch(refused ?? '');
  lab.tax.leaveOut(open ?? '');
  lab.tax.fail('query', 'lost-answer');
  await runAt(lab, LAST_DAY);
  const { batches: told } = await readTaxReport(lab.deps, plainDate('2026-11-30'));
  expect(told).toMatchObject([
    {
      regionCode: '441400',
      count: 6,
      totalFen: 6 * LEVY_FEN,
      doneAt: null,
      paid: { count: 4, totalFen: 4 * LEVY_FEN },
      refused: { count: 1, totalFen: LEVY_FEN },
      open: { count: 1, totalFen: LEVY_FEN },
    },
  ]);
});

it('each job that fails is told by its name, and the others have their turn', async () => {
  const north = await applied(await familyInBeijing(lab));
  const breaks = async (): Promise<never> => {
    throw new Error('the adapter is broken');
  };
  const told: string[] = [];
  lab.setClock(new Date(LAST_DAY));
  const report = await runDueJobs(
    {
      ...lab.deps,
      taxOffice: { ...lab.tax, clear: breaks },
      insuranceRegister: { ...lab.deps.insuranceRegister, changesAfter: breaks },
    },
    (job, error) => told.push(`${job}: ${String(error)}`),
  );
  expect(told).toEqual(['cleared: Error: the adapter is broken', 'registered: Error: the adapter is broken']);
  expect(Object.keys(report)).toEqual([
    'submitted',
    'resolved',
    'refunded',
    'ended',
    'switched',
    'credited',
    'reminded',
    'sent',
    'reconciled',
  ]);
  expect(await states(north)).toEqual(['clearing']);
});
