import { one, previewDeduction, readAccount, setSharedLimit } from '@gongji/core';
import { fen, ZERO } from '@gongji/domain';
import { type CoreLab, enrol, enrolParent, MONDAY, newKey, openLab, type NewPerson, type Person } from '../support/core-lab';
import { apply, bind, TERMS } from '../support/core-steps';

jest.setTimeout(60_000);

describe('what relatives may use of an account', () => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab('postgres');
  }, 90_000);
  afterAll(() => lab.close());

  const steps = async ({ personId }: Person) => {
    const { shareableSteps, shareableFen } = await readAccount(lab.deps, personId);
    expect(shareableSteps.reduce((sum, step) => sum + step.amountFen, 0)).toBe(shareableFen);
    return [...shareableSteps.map(({ text, amountFen }) => `${text} ${amountFen}`), shareableFen];
  };
  const holder = (person: NewPerson) => enrol(lab, { currentYearFen: 90_000, carriedOverFen: 190_000, ...person });

  it.each<[string, NewPerson, readonly (string | number)[]]>([
    ['Shenzhen: all', { regionCode: '440300' }, ['个人账户余额 280000', 280_000]],
    ['Fuzhou: a pool, not filled yet', { regionCode: '350100' }, ['个人账户余额 280000', '还没有划入家庭共济账户 -280000', 0]],
    ['Hangzhou: carried over only', { regionCode: '330100' }, ['个人账户余额 280000', '当年账户的余额不能共济 -90000', 190_000]],
    ['Lanzhou: a quota, not set yet', { regionCode: '620100' }, ['个人账户余额 280000', '还没有划入共济额度 -280000', 0]],
    [
      'nothing while the insurance is paused',
      { regionCode: '330100', insuranceState: 'paused' },
      ['个人账户余额 280000', '当年账户的余额不能共济 -90000', '职工医保不是正常参保，账户已封存 -190000', 0],
    ],
  ])('is told step by step in %s', async (_where, person, expected) => {
    expect(await steps(await holder(person))).toEqual(expected);
  });

  it('is what was set aside, and what is frozen is taken off', async () => {
    const [payer, parent] = [await holder({}), await enrolParent(lab)];
    await bind(lab, payer, parent);
    await apply(lab, payer, parent);
    expect(await steps(payer)).toEqual(['个人账户余额 280000', '正在冻结 -40000', 240_000]);
    await one(setSharedLimit)(lab.deps, { key: newKey(), actorId: payer.personId, limitFen: fen(100_000) });
    // 1,000 less the premium that is held under it.
    expect(await steps(payer)).toEqual(['个人账户余额 280000', '正在冻结 -40000', '超出全体亲属共用限额 -180000', 60_000]);
  });

  it('is told to everybody who asks at the same moment, to each their own', async () => {
    const [rich, poor] = [await holder({}), await holder({ currentYearFen: 0, carriedOverFen: 100 })];
    await one(setSharedLimit)(lab.deps, { key: newKey(), actorId: rich.personId, limitFen: fen(5_000) });
    const asked = [rich.personId, poor.personId, rich.personId, newKey()];
    const told = await Promise.allSettled(asked.map((personId) => readAccount(lab.deps, personId)));
    const sums = told.map((each) => (each.status === 'fulfilled' ? [each.value.balanceFen, each.value.shareableFen] : String(each.reason)));
    expect(sums).toEqual([[280_000, 5_000], [100, 100], [280_000, 5_000], expect.stringContaining('ACCOUNT_NOT_FOUND')]);
  });
});

describe('who would pay', () => {
  let lab: CoreLab;
  let patient: Person;
  let capped: Person;
  let rich: Person;
  beforeAll(async () => {
    lab = await openLab('postgres');
    patient = await enrol(lab, { currentYearFen: 1_000, carriedOverFen: 2_000 });
    [capped, rich] = [await enrol(lab), await enrol(lab, { currentYearFen: 0, carriedOverFen: 50_000 })];
    const asChild = { relation: 'child', guardianStatement: false } as const;
    await bind(lab, capped, patient, { ...asChild, relation: 'spouse', shareFunds: { ...TERMS, capPerPaymentFen: fen(4_000) } });
    // Who was bound first pays first.
    lab.setClock(new Date(MONDAY.getTime() + 60_000));
    await bind(lab, rich, patient, { ...asChild, relation: 'sibling' });
  }, 90_000);
  afterAll(() => lab.close());

  const preview = async (amount: number, actor = patient) =>
    (
      await previewDeduction(lab.deps, { actorId: actor.personId, personId: patient.personId, amountFen: fen(amount), use: 'care' })
    ).legs.map(({ amountFen, pots, limitText }) => [amountFen, pots.map(({ pot, amountFen: part }) => `${pot} ${part}`), limitText]);

  it('says out of which of my pots, and why each pays no more', async () => {
    expect(await preview(100_000)).toEqual([
      [3_000, ['carriedOver 2000', 'currentYear 1000'], '本人账户能用的都用了'],
      [4_000, [], '本次最多 ¥40.00（单次、本月和共用限额里剩得最少的）'],
      [50_000, [], '可共济的余额都用了'],
    ]);
  });

  it('says nothing more where nothing more is needed', async () => {
    expect(await preview(5_000)).toEqual([
      [3_000, ['carriedOver 2000', 'currentYear 1000'], '本人账户能用的都用了'],
      [2_000, [], null],
      [ZERO, [], null],
    ]);
  });

  it('shows a sponsor their own pots, and nobody else’s account', async () => {
    expect(await preview(100_000, rich)).toEqual([[50_000, ['carriedOver 50000'], '可共济的余额都用了']]);
  });
});
