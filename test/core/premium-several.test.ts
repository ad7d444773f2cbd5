import { applyPremiums, one, type Outcome, quotePremiums, readLevy, readPayments, setSharedLimit } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, enrol, enrolParent, ENGINES, newKey, openLab, type Person } from '../support/core-lab';
import { bind, inboxOf } from '../support/core-steps';
import { checkBooks, countMoney, YEAR } from '../support/premiums';
import { LEVY_FEN } from '../support/tax-desk';

// Several relatives' premiums in one go. Monday, 2026-11-23, 10:00 in Shanghai.

jest.setTimeout(120_000);

const levyOf = ({ certificateNumber, insurance: { regionCode } }: Person) => ({ certificateNumber, regionCode, year: YEAR });
const RELATIONS = ['parent', 'parent', 'sibling'] as const;

describe.each(ENGINES)('several premiums in one go on %s', (engine) => {
  let lab: CoreLab;
  let payer: Person;
  let relatives: Person[];
  beforeEach(async () => {
    lab = await openLab(engine, 5);
    payer = await enrol(lab, { currentYearFen: 30_000, carriedOverFen: 60_000 });
    relatives = [];
    for (const relation of RELATIONS) {
      const relative = await enrolParent(lab, relation === 'sibling' ? { birthDate: '1983-05-06' } : {});
      await bind(lab, payer, relative, { relation });
      relatives.push(relative);
    }
  });
  afterEach(() => checkBooks(lab));
  afterEach(() => lab.close());

  const idsOf = (people: readonly Person[]) => people.map(({ personId }) => personId);
  const quoteAll = (people = relatives, actorId = payer.personId) =>
    one(quotePremiums)(lab.deps, { key: newKey(), actorId, personIds: idsOf(people), year: YEAR });
  const quoteIdsOf = ({ items }: Awaited<ReturnType<typeof quoteAll>>) =>
    items.flatMap(({ quote }) => (quote === null ? [] : [quote.quoteId]));
  const applyAll = async (quoteIds: readonly string[], key = newKey(), actorId = payer.personId) =>
    (await applyPremiums(lab.deps, [{ key, actorId, quoteIds }]))[0] as Outcome<Awaited<ReturnType<typeof okOf>>>;
  const okOf = (quoteIds: readonly string[], key = newKey()) => one(applyPremiums)(lab.deps, { key, actorId: payer.personId, quoteIds });

  it('are quoted with each other’s sums: the third has nothing left', async () => {
    const { items, totalFen } = await quoteAll();
    expect(items.map(({ quote, refusal }) => quote?.shareableAfterFen ?? refusal?.code)).toEqual([
      50_000,
      10_000,
      'PREMIUM_NOT_ENOUGH_BALANCE',
    ]);
    expect(totalFen).toBe(2 * LEVY_FEN);
    expect(items[2]?.refusal?.text).toContain('¥300.00');
  });

  it('each have one outcome, and one that the tax office refuses leaves the others', async () => {
    const quoted = await quoteAll(relatives.slice(0, 2));
    lab.tax.setLevy(levyOf(relatives[0] as Person), { paidBy: '赵*敏' });
    const { items } = await okOf(quoteIdsOf(quoted));
    expect(items.map(({ payment }) => payment?.state)).toEqual(['failed', 'applied']);
    expect(await countMoney(lab)).toMatchObject({ frozen: LEVY_FEN });
  });

  it('each tell the payer what it leaves of the limit for all of them', async () => {
    await one(setSharedLimit)(lab.deps, { key: newKey(), actorId: payer.personId, limitFen: fen(100_000) });
    await okOf(quoteIdsOf(await quoteAll(relatives.slice(0, 2))));
    const messages = await inboxOf(lab.deps, payer.personId);
    const left = messages.flatMap(({ text }) => /全体亲属共用限额还剩 ¥[\d.]+/.exec(text) ?? []);
    expect(left.sort()).toEqual(['全体亲属共用限额还剩 ¥200.00', '全体亲属共用限额还剩 ¥600.00']);
  });

  it('one without an answer is unknown and leaves the others applied for', async () => {
    const quoted = await quoteAll(relatives.slice(0, 2));
    lab.tax.fail('apply', 'lost-answer');
    const { items } = await okOf(quoteIdsOf(quoted));
    expect(items.map(({ payment }) => payment?.state).sort()).toEqual(['applied', 'unknown']);
  });

  it('that another payer was faster with is refused with the reason, the rest goes on', async () => {
    const quoted = await quoteAll(relatives.slice(0, 2));
    const sister = await enrol(lab);
    const [first] = relatives as [Person];
    await bind(lab, sister, first);
    const hers = await quoteAll([first], sister.personId);
    expect(await applyAll(quoteIdsOf(hers), newKey(), sister.personId)).toMatchObject({ ok: true });
    const { items } = await okOf(quoteIdsOf(quoted));
    expect(items.map(({ payment, refusal }) => payment?.state ?? refusal?.code)).toEqual(['PREMIUM_ALREADY_APPLIED', 'applied']);
    const levy = await readLevy(lab.deps, { actorId: payer.personId, personId: first.personId, year: YEAR });
    expect(levy).toMatchObject({ state: 'applied', refusedCode: 'PREMIUM_ALREADY_APPLIED', payer: expect.stringMatching(/^测\*/) });
  });

  it('tells who of our own payers has it before the tax office knows', async () => {
    const [first] = relatives as [Person];
    lab.tax.fail('apply', 'not-sent');
    await okOf(quoteIdsOf(await quoteAll([first])));
    const sister = await enrol(lab);
    await bind(lab, sister, first);
    const { items } = await quoteAll([first], sister.personId);
    expect(items[0]).toMatchObject({ refusal: { code: 'PREMIUM_ALREADY_APPLIED' }, levy: { payer: expect.stringMatching(/^测\*/) } });
  });

  it('sent twenty times at once under one key are paid once each', async () => {
    const quoteIds = quoteIdsOf(await quoteAll(relatives.slice(0, 2)));
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 20 }, () => okOf(quoteIds, key)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.items.map(({ payment }) => payment?.paymentId)))).size).toBe(1);
    expect((await readPayments(lab.deps, { personId: payer.personId })).payments).toHaveLength(2);
    expect(await applyAll([...quoteIds].reverse(), key)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });

  it('of a process that died after the list was agreed to are finished by the same request', async () => {
    const quoteIds = quoteIdsOf(await quoteAll(relatives.slice(0, 2)));
    const key = newKey();
    // Dies where the first hold is written: the list stands under its key, and nothing of it is done.
    const dying = {
      ...lab.deps,
      newId: () => {
        throw new Error('killed');
      },
    };
    const request = { key, actorId: payer.personId, quoteIds };
    await expect(applyPremiums(dying, [request])).rejects.toThrow('killed');
    expect(await countMoney(lab)).toMatchObject({ frozen: 0 });
    const { items } = await okOf(quoteIds, key);
    expect(items.map(({ payment }) => payment?.state)).toEqual(['applied', 'applied']);
    const again = await okOf(quoteIds, key);
    expect(again.items.map(({ payment }) => payment?.paymentId)).toEqual(items.map(({ payment }) => payment?.paymentId));
    expect(lab.tax.applications.size).toBe(2);
  });

  it('are not begun at all with somebody else’s quote among them, nor quoted with a stranger', async () => {
    const own = quoteIdsOf(await quoteAll(relatives.slice(0, 2)));
    const stranger = await enrol(lab);
    expect(await applyAll(own, newKey(), stranger.personId)).toMatchObject({ code: 'PREMIUM_PAYMENT_NOT_FOUND' });
    expect(await applyAll([...own, newKey()])).toMatchObject({ code: 'PREMIUM_PAYMENT_NOT_FOUND' });
    await expect(quoteAll([...relatives, stranger])).rejects.toMatchObject({ code: 'PREMIUM_PERSON_NOT_BOUND' });
    expect(await countMoney(lab)).toMatchObject({ frozen: 0 });
  });

  it('say for whom the tax office does not answer, and quote the rest', async () => {
    lab.tax.fail('findLevy', 'lost-answer');
    const { items, totalFen } = await quoteAll(relatives.slice(0, 2));
    expect(items.map(({ refusal }) => refusal?.code ?? null).sort()).toEqual(['OUTSIDE_UNAVAILABLE', null].sort());
    expect(totalFen).toBe(LEVY_FEN);
    lab.tax.setLevy(levyOf(relatives[0] as Person), { known: false });
    expect((await quoteAll(relatives.slice(0, 1))).items[0]).toMatchObject({ levy: null, refusal: { code: 'PREMIUM_NOT_DUE' } });
    lab.tax.setLevy(levyOf(relatives[1] as Person), { amountFen: fen(0) });
    expect((await quoteAll(relatives.slice(1, 2))).items[0]).toMatchObject({ quote: null, refusal: { code: 'PREMIUM_NOTHING_TO_PAY' } });
  });
});
