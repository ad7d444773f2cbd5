import {
  type DailyFileLine,
  deleteAccount,
  explainTaxDifference,
  one,
  readTaxReport,
  reconcileDay,
  reconcileTaxOffice,
  refundPremium,
  runDueJobs,
  unbind,
} from '@gongji/core';
import { DIFFERENCE_KINDS, type DifferenceKind, fen, plainDate } from '@gongji/domain';
import { checkCopiedBooks } from '../support/copied-books';
import { type CoreLab, type Engine, ENGINES, MONDAY, newKey, openLab } from '../support/core-lab';
import { copyPremium } from '../support/many-premiums';
import { applyFor, countMoney, type Family, familyInShenzhen, levyKeyOf, runAt, stateOf } from '../support/premiums';
import { LEVY_FEN } from '../support/tax-desk';

// Yesterday's file of the tax office against our payments.

jest.setTimeout(120_000);

const REGION = '441400';
const MONDAY_DATE = plainDate('2026-11-23');
const TUESDAY = '2026-11-24T02:00:00Z';

let lab: CoreLab;
const open = async (engine: Engine) => {
  lab = await openLab(engine, 6);
};
afterEach(async () => {
  await checkCopiedBooks(lab);
  await lab.close();
});

/** The line that agrees with an application at the desk. */
function lineOf(paymentId: string): DailyFileLine {
  const found = lab.tax.applications.get(paymentId);
  if (found === undefined) throw new Error('no such application');
  const { certificateNumber, regionCode, year } = found.key;
  return { paymentId, certificateNumber, regionCode, year, taxNumber: found.taxNumber, amountFen: found.amountFen, state: found.state };
}
const putFile = (date: string, lines: readonly DailyFileLine[]) => void lab.tax.files.set(`${REGION}/${date}`, lines);
const applied = async (): Promise<{ family: Family; paymentId: string }> => {
  const family = await familyInShenzhen(lab);
  return { family, paymentId: (await applyFor(lab, family)).paymentId };
};
const reconcileAt = async (at: string) => {
  lab.setClock(new Date(at));
  await reconcileTaxOffice(lab.deps);
};
const differences = async () =>
  (
    await lab.pool.query<{ payment_id: string; kind: DifferenceKind; state: string; reason: string | null; found_on: string }>(
      'select payment_id, kind, state, reason, found_on from reconciliation_differences order by number',
    )
  ).rows;
const runs = async () =>
  (await lab.pool.query('select file_date, state, line_count, agreeing_count from reconciliation_runs order by file_date')).rows;

describe.each(ENGINES)('the reconciliation on %s', (engine) => {
  beforeEach(() => open(engine));

  it('finds nothing where both agree, once a day, from six in the morning on', async () => {
    const { paymentId } = await applied();
    putFile('2026-11-23', [lineOf(paymentId)]);
    await reconcileAt('2026-11-23T21:59:00Z');
    expect(await runs()).toEqual([]);
    await reconcileAt(TUESDAY);
    await reconcileAt('2026-11-24T03:00:00Z');
    expect(await runs()).toEqual([{ file_date: '2026-11-23', state: 'done', line_count: 1, agreeing_count: 1 }]);
    expect([await differences(), lab.tax.calls.dailyFile]).toEqual([[], 1]);
  });

  it('finds what the tax office knows and we do not, what we know and it does not, and moves no money', async () => {
    const [known, missing] = [await applied(), await applied()];
    const strange = { ...lineOf(known.paymentId), paymentId: 'not-even-a-uuid', certificateNumber: 'somebody', taxNumber: 'X1' };
    putFile('2026-11-23', [lineOf(known.paymentId), strange]);
    const before = await countMoney(lab);
    await reconcileAt(TUESDAY);
    expect((await differences()).map(({ payment_id, kind, state }) => [payment_id, kind, state]).sort()).toEqual(
      [
        [missing.paymentId, 'ours-only', 'open'],
        ['not-even-a-uuid', 'theirs-only', 'open'],
      ].sort(),
    );
    expect(await countMoney(lab)).toEqual(before);
  });

  it('asks about what it knows and we do not, the ordinary way, and keeps that it was found out', async () => {
    const family = await familyInShenzhen(lab);
    lab.tax.fail('apply', 'lost-answer');
    const payment = await applyFor(lab, family);
    expect(payment.state).toBe('unknown');
    putFile('2026-11-23', [lineOf(payment.paymentId)]);
    await reconcileAt(TUESDAY);
    expect(await stateOf(lab, family, payment)).toBe('applied');
    expect(await differences()).toMatchObject([{ kind: 'not-yet-known', state: 'resolved', reason: 'found-out' }]);
  });

  it('resolves a lag of the cut-off with the next day’s file, and what stands keeps the day it was found on', async () => {
    lab.setClock(new Date('2026-11-23T15:50:00Z'));
    const [late, wrong] = [await applied(), await applied()];
    putFile('2026-11-23', [{ ...lineOf(wrong.paymentId), amountFen: fen(39_000) }]);
    putFile('2026-11-24', [lineOf(late.paymentId)]);
    await reconcileAt(TUESDAY);
    expect((await differences()).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual(['amount-differs open', 'cut-off-lag open']);
    await reconcileAt('2026-11-25T02:00:00Z');
    expect((await differences()).map(({ kind, state, reason, found_on }) => [kind, state, reason, found_on]).sort()).toEqual([
      ['amount-differs', 'open', null, '2026-11-23'],
      ['cut-off-lag', 'resolved', 'agrees-now', '2026-11-23'],
    ]);
  });

  it('finds where the tax office says yes and then no', async () => {
    const { paymentId } = await applied();
    putFile('2026-11-23', [{ ...lineOf(paymentId), state: 'voided' }]);
    await reconcileAt(TUESDAY);
    expect(await differences()).toMatchObject([{ payment_id: paymentId, kind: 'state-differs', state: 'open' }]);
    expect(await countMoney(lab)).toMatchObject({ frozen: LEVY_FEN });
  });

  it('finds what reached the treasury with us and in no file', async () => {
    const [told, untold] = [await applied(), await applied()];
    await runAt(lab, '2026-11-26T02:00:00Z');
    putFile('2026-11-26', [lineOf(told.paymentId), lineOf(untold.paymentId)]);
    lab.tax.postAll();
    putFile('2026-11-30', [lineOf(told.paymentId)]);
    await runAt(lab, '2026-11-30T02:00:00Z');
    await reconcileAt('2026-12-01T02:00:00Z');
    const newest = (await differences()).filter(({ found_on }) => found_on === '2026-11-30');
    expect(newest).toMatchObject([{ payment_id: untold.paymentId, kind: 'state-differs', state: 'open' }]);
  });

  it('opens again what was explained of one file when another file has it too', async () => {
    const { paymentId } = await applied();
    const twice = [lineOf(paymentId), lineOf(paymentId)];
    putFile('2026-11-23', twice);
    await reconcileAt(TUESDAY);
    const [found] = (await readTaxReport(lab.deps, MONDAY_DATE)).open;
    await explainTaxDifference(lab.deps, { number: found?.number ?? 0, reason: 'corrected-there' });
    putFile('2026-11-24', []);
    await reconcileAt('2026-11-25T02:00:00Z');
    expect(await differences()).toMatchObject([{ kind: 'duplicate-line', state: 'explained' }]);
    putFile('2026-11-25', twice);
    await reconcileAt('2026-11-26T02:00:00Z');
    expect(await differences()).toMatchObject([{ kind: 'duplicate-line', state: 'open', reason: null }]);
  });

  it('lets an operator explain a difference, which opens again when it changes', async () => {
    const { paymentId } = await applied();
    putFile('2026-11-23', [{ ...lineOf(paymentId), amountFen: fen(39_000) }]);
    putFile('2026-11-25', [{ ...lineOf(paymentId), amountFen: fen(38_000) }]);
    await reconcileAt(TUESDAY);
    const [found] = (await readTaxReport(lab.deps, MONDAY_DATE)).open;
    expect(found).toMatchObject({ kind: 'amount-differs', ours: '40000', theirs: '39000' });
    expect(await explainTaxDifference(lab.deps, { number: found?.number ?? 0, reason: 'corrected-there' })).toBe(true);
    await reconcileAt('2026-11-25T02:00:00Z');
    expect(await differences()).toMatchObject([{ state: 'explained', reason: 'corrected-there' }]);
    await reconcileAt('2026-11-26T02:00:00Z');
    expect(await differences()).toMatchObject([{ state: 'open', reason: null }]);
    expect(await explainTaxDifference(lab.deps, { number: 999_999, reason: 'corrected-there' })).toBe(false);
  });

  it('says nothing of who it was where the person has left since', async () => {
    const { family, paymentId } = await applied();
    await runAt(lab, '2026-11-26T02:00:00Z');
    const line = lineOf(paymentId);
    const { bindingId } = family;
    await one(unbind)(lab.deps, { key: newKey(), actorId: family.payer.personId, bindingId });
    await one(deleteAccount)(lab.deps, { key: newKey(), actorId: family.person.personId });
    putFile('2026-11-26', [line]);
    await reconcileAt('2026-11-27T02:00:00Z');
    expect((await differences()).filter(({ kind }) => kind === 'person-differs')).toEqual([]);
  });

  it('dates a refund by when it was asked for, however often its end was asked about', async () => {
    const { family, paymentId } = await applied();
    await runAt(lab, '2026-11-26T02:00:00Z');
    lab.tax.answerRefunds(plainDate('2026-12-15'));
    await one(refundPremium)(lab.deps, { key: newKey(), actorId: family.payer.personId, paymentId, reason: 'duplicate' });
    putFile('2026-11-26', [{ ...lineOf(paymentId), state: 'accepted' }]);
    await runAt(lab, '2026-11-27T00:30:00Z');
    await reconcileAt('2026-11-27T02:00:00Z');
    expect(await differences()).toMatchObject([{ payment_id: paymentId, kind: 'state-differs', state: 'open' }]);
  });

  it('reads the days before one that was read by hand', async () => {
    const { paymentId } = await applied();
    putFile('2026-11-23', [lineOf(paymentId)]);
    lab.setClock(new Date('2026-11-26T02:00:00Z'));
    expect(await reconcileDay(lab.deps, plainDate('2026-11-25'))).toBe(1);
    expect(await reconcileTaxOffice(lab.deps)).toBe(2);
    expect(await runs()).toMatchObject(['2026-11-23', '2026-11-24', '2026-11-25'].map((file_date) => ({ file_date, state: 'done' })));
  });

  it('reads days that were missed, in their order, and waits ten minutes for a file that is not there', async () => {
    const { paymentId } = await applied();
    putFile('2026-11-23', [lineOf(paymentId)]);
    lab.tax.fail('dailyFile', 'lost-answer');
    await reconcileAt('2026-11-26T02:00:00Z');
    await reconcileAt('2026-11-26T02:09:00Z');
    expect((await runs()).map(({ state }) => state)).toEqual(['reading', 'done', 'done']);
    await reconcileAt('2026-11-26T02:10:00Z');
    expect(await runs()).toMatchObject([
      { file_date: '2026-11-23', state: 'done', agreeing_count: 1 },
      { file_date: '2026-11-24', state: 'done' },
      { file_date: '2026-11-25', state: 'done' },
    ]);
  });
});

/** One way to plant each class in a file, a payment each; a total map. */
const PLANTS: Readonly<Record<DifferenceKind, (line: DailyFileLine) => readonly DailyFileLine[]>> = {
  'theirs-only': (line) => [line, { ...line, paymentId: `x${line.paymentId}`, certificateNumber: `x${line.certificateNumber}` }],
  'ours-only': () => [],
  'amount-differs': (line) => [{ ...line, amountFen: fen(line.amountFen + 1) }],
  'state-differs': (line) => [{ ...line, state: 'voided' }],
  'cut-off-lag': () => [],
  'not-yet-known': (line) => [{ ...line, state: 'paid' }],
  'person-differs': (line) => [{ ...line, certificateNumber: `x${line.certificateNumber}` }],
  'year-or-region-differs': (line) => [{ ...line, year: line.year + 5000 }],
  'tax-number-differs': (line) => [{ ...line, taxNumber: `x${line.taxNumber}` }],
  'duplicate-line': (line) => [line, line],
  'two-payments-one-levy': (line) => [line, { ...line, paymentId: `y${line.paymentId}` }],
};
/** What else the same plant shows, as it should. */
const BESIDE: Partial<Record<DifferenceKind, readonly DifferenceKind[]>> = {
  'two-payments-one-levy': ['two-payments-one-levy', 'theirs-only'],
};

describe.each(ENGINES)('a long file on %s', (engine) => {
  beforeEach(() => open(engine));

  it('over many pages, with differences of every class among lines that agree, is found out exactly', async () => {
    const each = 5;
    const first = await applied();
    const copies = await copyPremium(lab, first.paymentId, { copies: 600 });
    const certificate = first.family.person.certificateNumber;
    // Copies are of one person by their certificate; each gets a year of its own so that no two are one levy.
    const lines = new Map([first.paymentId, ...copies].map((id) => [id, { ...lineOf(id), certificateNumber: certificate }]));
    const years = new Map([...lines.keys()].map((id, index) => [id, 2027 + index]));
    await lab.pool.query('alter table premium_payments disable trigger user');
    for (const [id, year] of years) await lab.pool.query('update premium_payments set year = $2 where id = $1', [id, year]);
    const expected: string[] = [];
    const file: DailyFileLine[] = [];
    let index = 0;
    for (const [id, line] of lines) {
      const kind = DIFFERENCE_KINDS[Math.floor(index / each)];
      index += 1;
      const dated = { ...line, year: years.get(id) ?? 0 };
      if (kind === undefined || id === first.paymentId) {
        file.push(dated);
        continue;
      }
      if (kind === 'cut-off-lag')
        await lab.pool.query("update premium_payments set applied_at = '2026-11-23T15:59:00Z' where id = $1", [id]);
      if (kind === 'not-yet-known')
        await lab.pool.query("update premium_payments set state = 'clearing', batch_id = $2, clearing_at = applied_at where id = $1", [
          id,
          await batchOf(),
        ]);
      file.push(...PLANTS[kind](dated));
      expected.push(...(kind === 'theirs-only' ? [`theirs-only x${id}`] : [`${kind} ${id}`]));
      if (BESIDE[kind] !== undefined) expected.push(`theirs-only y${id}`, `two-payments-one-levy y${id}`);
    }
    await lab.pool.query('alter table premium_payments enable trigger user');
    putFile('2026-11-23', file);
    await reconcileAt(TUESDAY);
    expect((await differences()).map(({ kind, payment_id }) => `${kind} ${payment_id}`).sort()).toEqual(expected.sort());
    expect(lab.tax.calls.dailyFile).toBe(Math.ceil(file.length / lab.tax.pageSize));
  });
});

const batchOf = async (): Promise<string> => {
  const id = lab.deps.newId();
  await lab.pool.query(
    `insert into clearing_batches (id, holder_id, region_code, state, item_count, total_fen, made_at, send_from)
     values ($1, $1, $2, 'made', 1, 1, $3, '2027-12-01')`,
    [id, REGION, MONDAY],
  );
  return id;
};

describe('a reconciliation that is killed', () => {
  beforeEach(() => open('postgres'));

  it('goes on where it stopped, at whichever statement it died, and counts nothing twice', async () => {
    const first = await applied();
    const copies = await copyPremium(lab, first.paymentId, { copies: 230 });
    const lines = [first.paymentId, ...copies].map((id) => ({ ...lineOf(id), certificateNumber: first.family.person.certificateNumber }));
    putFile('2026-11-23', lines);
    lab.setClock(new Date(TUESDAY));
    let died = 0;
    for (let statement = 1; ; statement += 1) {
      let left = statement;
      const db = lab.deps.db.withPlugin({
        transformQuery: ({ node }) => {
          left -= 1;
          if (left < 0) throw new Error('killed');
          return node;
        },
        transformResult: ({ result }) => Promise.resolve(result),
      });
      const ended = await reconcileTaxOffice({ ...lab.deps, db }).then(
        () => true,
        () => false,
      );
      if (ended) break;
      died += 1;
    }
    expect(died).toBeGreaterThan(10);
    expect(await runs()).toEqual([{ file_date: '2026-11-23', state: 'done', line_count: lines.length, agreeing_count: 0 }]);
    // All copies are of one person: one levy, many payments.
    const found = await differences();
    expect(found.map(({ kind }) => kind)).toEqual(found.map(() => 'two-payments-one-levy'));
    expect(found).toHaveLength(lines.length);
  });

  it('is part of what is due', async () => {
    const { family, paymentId } = await applied();
    putFile('2026-11-23', [lineOf(paymentId)]);
    expect(levyKeyOf(family).regionCode).toBe(REGION);
    lab.setClock(new Date(TUESDAY));
    expect(await runDueJobs(lab.deps)).toMatchObject({ reconciled: 1 });
  });
});
