import { enrolPeople, one, readPayment, readReceipt, verifyReceipt } from '@gongji/core';
import { type CoreLab, enrol, enrolParent, openLab } from '../support/core-lab';
import { bind } from '../support/core-steps';
import { applyFor, checkBooks, type Family, runAt } from '../support/premiums';
import { LEVY_FEN } from '../support/tax-desk';

jest.setTimeout(60_000);

const OLD_FEN = 15_000;

describe('a receipt', () => {
  let lab: CoreLab;
  let family: Family;
  let paymentId: string;
  beforeAll(async () => {
    lab = await openLab('pglite');
    const payer = await enrol(lab, { carriedOverFen: OLD_FEN });
    const person = await enrolParent(lab);
    family = { payer, person, bindingId: await bind(lab, payer, person) };
    ({ paymentId } = await applyFor(lab, family));
  });
  afterAll(() => lab.close());
  afterEach(() => checkBooks(lab));

  const read = (personId = family.payer.personId) => readReceipt(lab.deps, { personId, paymentId });
  const codeOf = (asked: Promise<unknown>) =>
    asked.then(
      () => 'done',
      (error: { code: string }) => error.code,
    );

  it('is refused before the tax office has confirmed the payment, and its number is not known yet', async () => {
    expect(await codeOf(read())).toBe('PREMIUM_RECEIPT_NOT_READY');
    const { rows } = await lab.pool.query<{ number: string }>('select number from premium_payments');
    const check = await verifyReceipt(lab.deps, { number: rows[0]?.number ?? '', hash: '0'.repeat(64) });
    expect(check).toMatchObject({ standing: 'unknown', receipt: null });
  });

  it('says from which pot each share came, with both numbers and nobody’s name', async () => {
    await runAt(lab, '2026-11-26T02:00:00Z');
    const receipt = await read();
    expect(receipt).toMatchObject({
      standing: 'paid',
      standingText: '已缴费，尚未入库',
      amountInCapitals: '肆佰元整',
      personName: `测*${family.person.name.slice(-1)}`,
      year: 2027,
      regionName: '梅州市',
      postedAt: null,
      categoryText: expect.any(String),
    });
    expect(receipt.legs.map(({ pot, amountFen }) => [pot, amountFen])).toEqual([
      ['carriedOver', OLD_FEN],
      ['currentYear', LEVY_FEN - OLD_FEN],
    ]);
    const text = JSON.stringify(receipt);
    for (const secret of [family.payer, family.person].flatMap(({ name, certificateNumber }) => [name, certificateNumber]))
      expect(text).not.toContain(secret);
  });

  it('is found by its number and hash, and says no more than the paper', async () => {
    const { ourNumber: number, hash, taxNumber, amountFen } = await read();
    const check = await verifyReceipt(lab.deps, { number, hash });
    expect(check).toMatchObject({
      standing: 'paid',
      receipt: { ourNumber: number, taxNumber, amountFen, personInitial: '测**', year: 2027 },
    });
    expect(JSON.stringify(check)).not.toContain(family.person.name.slice(-1));
  });

  it('is unknown by any other number, and by a hash that differs anywhere', async () => {
    const { ourNumber: number, hash } = await read();
    const changed = Array.from(hash, (digit, at) => hash.slice(0, at) + (digit === '0' ? '1' : '0') + hash.slice(at + 1));
    const answers = await Promise.all(changed.map((other) => verifyReceipt(lab.deps, { number, hash: other })));
    answers.push(await verifyReceipt(lab.deps, { number: `${number.slice(0, -1)}${number.endsWith('0') ? '1' : '0'}`, hash }));
    expect(answers).toHaveLength(65);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ standing: 'unknown', receipt: null });
  });

  it('keeps its hash when the money is posted, a name is corrected and the keys are others', async () => {
    const before = await read();
    lab.tax.postAll();
    await runAt(lab, '2026-12-02T02:00:00Z');
    const { insurance, certificateKind, certificateNumber, openid } = family.person;
    await one(enrolPeople)(lab.deps, { certificateKind, certificateNumber, openid, name: '测试改', insurance, account: null });
    const after = await read();
    expect(after).toMatchObject({ standing: 'posted', hash: before.hash, personName: '测*改', postedAt: expect.any(String) });
    const rotated = { ...lab.deps, keys: { ...lab.deps.keys, certificateIndexKey: Buffer.alloc(32, 9) } };
    expect((await readReceipt(rotated, { personId: family.payer.personId, paymentId })).hash).toBe(before.hash);
    expect((await readPayment(lab.deps, { personId: family.payer.personId, paymentId })).receipt?.hash).toBe(before.hash);
    expect(await verifyReceipt(lab.deps, { number: before.ourNumber, hash: before.hash })).toMatchObject({ standing: 'posted' });
  });

  it.each([
    ['amount_fen', 'amount_fen + 1'],
    ['tax_number', "'T-other'"],
    ['year', 'year - 1'],
    ['region_code', "'440300'"],
    ['paid_at', "paid_at + interval '1 second'"],
    ['benefit_starts_on', 'benefit_starts_on + 1'],
  ])('is unknown once somebody has changed its row: %s', async (column, value) => {
    const { ourNumber: number, hash } = await read();
    await lab.pool.query(`create temp table before as select ${column} from premium_payments`);
    await lab.pool.query(`update premium_payments set ${column} = ${value}`);
    const changed = await verifyReceipt(lab.deps, { number, hash });
    await lab.pool.query(`update premium_payments set ${column} = (select ${column} from before)`);
    await lab.pool.query('drop table before');
    expect(changed).toMatchObject({ standing: 'unknown', receipt: null });
    expect((await verifyReceipt(lab.deps, { number, hash })).standing).toBe('posted');
  });

  it('is not there for the relative, and for nobody else', async () => {
    expect(await codeOf(read(family.person.personId))).toBe('PREMIUM_PAYMENT_NOT_FOUND');
  });
});

it('a receipt tells by the end of the number who paid for whom, where the two are masked alike', async () => {
  const lab = await openLab('pglite');
  const payer = await enrol(lab, { name: '王军' });
  const person = await enrolParent(lab, { name: '王芳' });
  const { paymentId } = await applyFor(lab, { payer, person, bindingId: await bind(lab, payer, person) });
  await runAt(lab, '2026-11-26T02:00:00Z');
  const receipt = await readReceipt(lab.deps, { personId: payer.personId, paymentId });
  const paid = `王*（尾号 ${payer.certificateNumber.slice(-2)}）`;
  expect(receipt).toMatchObject({ personName: '王*', personMark: `尾号 ${person.certificateNumber.slice(-2)}`, payerName: paid });
  expect(new Set(receipt.legs.map((leg) => leg.payer))).toEqual(new Set([paid]));
  await lab.close();
});
