import { randomUUID } from 'node:crypto';
import { clearingFileAnswer, levyAnswer, taxApplicationAnswer, taxQueryAnswer, taxVoidAnswer } from '@gongji/contract';
import { personByKey } from '../people/people';
import { NOW, type StartedSandbox, startSandbox } from '../testing/start-sandbox';

let sandbox: StartedSandbox;
let now = NOW;
beforeEach(async () => {
  now = NOW;
  sandbox = await startSandbox({ machineNow: () => now });
});
afterEach(() => sandbox.stop());

const of = (key: string, year = 2027) => {
  const person = personByKey(key);
  return { certificateNumber: person?.certificateNumber, regionCode: person?.regionCode, year };
};
const levyOf = async (key: string, year = 2027) => levyAnswer.parse((await sandbox.post('/tax/levies/query', of(key, year))).body);
const apply = async (key: string, changes: object = {}) => {
  const asked = { paymentId: randomUUID(), ...of(key), amountFen: 40_000, payer: '陈建国', ...changes };
  return { ...asked, answer: taxApplicationAnswer.parse((await sandbox.post('/tax/applications', asked)).body) };
};
const query = async (paymentId: string) => taxQueryAnswer.parse((await sandbox.get(`/tax/applications/${paymentId}`)).body);
const takeBack = async (paymentId: string) => taxVoidAnswer.parse((await sandbox.post(`/tax/applications/${paymentId}/void`)).body);
const clear = async (file: object) => clearingFileAnswer.parse((await sandbox.post('/tax/clearing-files', file)).body);

describe('a levy', () => {
  it('of last year was paid by the insured person, who is named, since somebody else reads it', async () => {
    expect(await levyOf('wang-xiuying', 2026)).toMatchObject({ state: 'paid', payer: '王*英' });
  });

  it.each([
    ['chen-guilan', '城乡居民', 40_000],
    ['chen-xiaoyu', '城乡居民', 40_000],
    ['sun-hao', '少年儿童', 39_000],
    ['liu-zhiqiang', '老年人', 46_000],
    ['liu-tong', '学生儿童', 43_500],
    ['wang-xiuying', '普通居民', 40_000],
    ['lin-ning', '普通居民', 45_000],
  ])('of %s for 2027 is due as %s', async (key, categoryText, amountFen) => {
    expect(await levyOf(key)).toEqual({
      found: true,
      categoryText,
      amountFen,
      state: 'due',
      payer: null,
      continuous: true,
      lapsedYears: 0,
    });
  });

  it('that somebody else paid says so, with the payer masked', async () => {
    expect(await levyOf('sun-lan')).toMatchObject({ found: true, amountFen: 44_000, state: 'paid', payer: '赵*敏' });
  });

  it('of a person who lapsed two years tells the gap', async () => {
    expect(await levyOf('wang-jun')).toMatchObject({ state: 'due', continuous: false, lapsedYears: 2 });
  });

  it.each([
    ['an employee', 'chen-jianguo', 2027],
    ['a year that is not open', 'chen-guilan', 2028],
  ])('of %s is not found', async (_, key, year) => {
    expect(await levyOf(key, year)).toEqual({ found: false });
  });

  it('is found only in the place where the person is insured', async () => {
    const asked = { ...of('chen-guilan'), regionCode: '440300' };
    expect((await sandbox.post('/tax/levies/query', asked)).body).toEqual({ found: false });
  });
});

describe('an application', () => {
  it('makes the levy applied, names the payer masked and can be queried', async () => {
    const { paymentId, answer } = await apply('chen-guilan');
    expect(answer).toEqual({ state: 'accepted', taxNumber: '44140020261123000001' });
    expect(await levyOf('chen-guilan')).toMatchObject({ state: 'applied', payer: '陈*国' });
    expect(await query(paymentId)).toEqual({ state: 'accepted', taxNumber: '44140020261123000001' });
  });

  it('sent again under the same paymentId gets the same answer, whatever else arrives', async () => {
    const first = await apply('chen-guilan');
    const again = await apply('chen-guilan', { paymentId: first.paymentId, amountFen: 1 });
    expect(again.answer).toEqual(first.answer);
  });

  it('sent twenty times at once is one application', async () => {
    const paymentId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => apply('chen-guilan', { paymentId })));
    expect(new Set(answers.map(({ answer }) => JSON.stringify(answer))).size).toBe(1);
  });

  it('of twenty people at once is accepted once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => apply('chen-guilan')));
    expect(answers.filter(({ answer }) => answer.state === 'accepted')).toHaveLength(1);
    expect(answers.filter(({ answer }) => answer.state === 'refused' && answer.reason === 'already-applied')).toHaveLength(19);
  });

  it.each([
    ['already-paid', 'sun-lan', { amountFen: 44_000 }],
    ['amount-changed', 'chen-guilan', { amountFen: 38_000 }],
    ['not-due', 'chen-jianguo', {}],
  ])('is refused as %s, and a query knows nothing of it', async (reason, key, changes) => {
    const { paymentId, answer } = await apply(key, changes);
    expect(answer).toEqual({ state: 'refused', reason });
    expect(await query(paymentId)).toEqual({ state: 'none', taxNumber: null });
  });

  it('taken back frees the levy for somebody else', async () => {
    const { paymentId } = await apply('chen-guilan');
    expect(await takeBack(paymentId)).toEqual({ state: 'voided' });
    expect(await takeBack(paymentId)).toEqual({ state: 'voided' });
    expect(await query(paymentId)).toMatchObject({ state: 'voided' });
    expect((await apply('chen-guilan')).answer.state).toBe('accepted');
  });
});

describe('a clearing file', () => {
  it('pays open applications and refuses the others, and the same batch gets the same answer', async () => {
    const { paymentId } = await apply('chen-guilan');
    const unknown = randomUUID();
    const items = [paymentId, unknown].map((id) => ({ paymentId: id, amountFen: 40_000 }));
    const file = { batchId: randomUUID(), regionCode: '441400', items };
    const answer = await clear(file);
    expect(answer.items).toEqual([
      { paymentId, state: 'paid', taxNumber: '44140020261123000001' },
      { paymentId: unknown, state: 'refused', taxNumber: null },
    ]);
    expect(await clear({ ...file, items: [] })).toEqual(answer);
    expect(await takeBack(paymentId)).toEqual({ state: 'refused', reason: 'cleared' });
    expect(await levyOf('chen-guilan')).toMatchObject({ state: 'paid', payer: '陈*国' });
    expect((await apply('chen-guilan')).answer).toEqual({ state: 'refused', reason: 'already-paid' });
  });

  it('is posted two working days later', async () => {
    const { paymentId } = await apply('chen-guilan');
    await clear({ batchId: randomUUID(), regionCode: '441400', items: [{ paymentId, amountFen: 40_000 }] });
    expect(await query(paymentId)).toMatchObject({ state: 'paid' });
    now = new Date('2026-11-25T02:00:00Z');
    expect(await query(paymentId)).toMatchObject({ state: 'posted' });
  });

  it('of ten thousand lines is answered', async () => {
    const items = Array.from({ length: 10_000 }, () => ({ paymentId: randomUUID(), amountFen: 40_000 }));
    expect((await clear({ batchId: randomUUID(), regionCode: '441400', items })).items).toHaveLength(10_000);
  });
});
