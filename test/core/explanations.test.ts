import {
  changeTerms,
  checkBinding,
  closeGrant,
  type ExplanationList,
  explainBinding,
  one,
  pauseGrant,
  proposeBinding,
  settle,
  showCode,
} from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, describePerson, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind, bindingOf, costOf, TERMS, tokenFor } from '../support/core-steps';

jest.setTimeout(60_000);

describe.each(ENGINES)('why something can be used, or not, on %s', (engine) => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  beforeAll(async () => {
    lab = await openLab(engine);
  }, 90_000);
  beforeEach(async () => {
    lab.setClock(MONDAY);
    son = await enrol(lab, { currentYearFen: 0, carriedOverFen: 20_000 });
    mother = await enrolParent(lab);
  });
  afterAll(() => lab.close());

  const ask = (actor: Person, bindingId: string) => ({ key: newKey(), actorId: actor.personId, bindingId });
  const check = (relative: Omit<Person, 'personId'>, overrides: object = {}) => {
    const { actorId, relation, showCode: shown, shareFunds, sharedLimitFen, relative: claimed } = bindingOf(son, relative, overrides);
    return checkBinding(lab.deps, { actorId, relation, showCode: shown, shareFunds, sharedLimitFen, relative: claimed });
  };
  const explain = ({ personId }: Person, bindingId: string) => explainBinding(lab.deps, { personId, bindingId });
  const usable = ({ explanations }: ExplanationList) => explanations.filter((each) => each.usable).map(({ about }) => about);
  const codes = ({ explanations }: ExplanationList) =>
    explanations.flatMap(({ checks }) => checks.flatMap(({ result, code }) => (result === 'no' ? [code] : [])));
  const countAll = async (): Promise<unknown> => {
    const tables = ['persons', 'bindings', 'grants', 'audit_lines', 'requests', 'messages', 'consents', 'shared_limit_changes'];
    const { rows } = await lab.pool.query(
      tables.map((table) => `select '${table}' as name, count(*) as n from ${table}`).join(' union all '),
    );
    return rows;
  };

  it('is told before binding, with the rule behind each limit, and writes nothing, also of a person never seen', async () => {
    const { account: _account, ...unseen } = describePerson({ scheme: 'resident', regionCode: '441400', birthDate: '1958-05-06' });
    const before = await countAll();
    const list = await check(unseen);
    expect(usable(list)).toEqual(['bind', 'show-code', 'share-funds']);
    const relations = list.explanations[0]?.checks.find(({ rule }) => rule?.kind === 'relations');
    expect(relations).toMatchObject({ result: 'ok', rule: { sourceAddress: expect.stringMatching(/^http/) } });
    expect(await countAll()).toEqual(before);
  });

  it('is what proposing then says: its first refusal is among those told', async () => {
    const elsewhere = await enrolParent(lab, { regionCode: '110000' });
    const wishes: readonly (readonly [Person, object])[] = [
      [mother, { relation: 'other' }],
      [elsewhere, {}],
      [mother, { shareFunds: { ...TERMS, uses: [] } }],
      [mother, { shareFunds: { ...TERMS, capPerPaymentFen: fen(2), capPerMonthFen: fen(1) } }],
      [await enrolParent(lab, { insuranceState: 'none' }), {}],
      [son, {}],
      [mother, { showCode: null, shareFunds: null }],
    ];
    for (const [relative, overrides] of wishes) {
      const [outcome] = await proposeBinding(lab.deps, [bindingOf(son, relative, overrides)]);
      if (outcome === undefined || outcome.ok) throw new Error('this was to be refused');
      expect(codes(await check(relative, overrides))).toContain(outcome.code);
    }
  });

  it('is told of a binding to both sides; amounts to the owner only', async () => {
    const bindingId = await bind(lab, son, mother, { shareFunds: { ...TERMS, uses: ['care', 'drug'] } });
    const [mine, theirs] = [await explain(son, bindingId), await explain(mother, bindingId)];
    expect(usable(mine)).toEqual(['show-code', 'care', 'drug']);
    expect(usable(theirs)).toEqual(['show-code', 'care', 'drug']);
    // Whatever is not ticked; and the last is no use of this region at all.
    expect(codes(mine)).toEqual(['use-not-ticked', 'use-not-ticked', 'BINDING_USE_NOT_ALLOWED']);
    expect(JSON.stringify(mine)).toContain('¥200.00');
    expect(JSON.stringify(theirs)).not.toContain('¥200.00');
    await expect(explain(await enrol(lab), bindingId)).rejects.toMatchObject({ code: 'BINDING_NOT_FOUND' });
  });

  it('agrees with what then happens, cause by cause', async () => {
    const bindingId = await bind(lab, son, mother);
    const care = async (): Promise<boolean> => usable(await explain(mother, bindingId)).includes('care');
    const paysCare = async (): Promise<boolean> => {
      const cost = costOf(lab, await tokenFor(lab, mother), { totalFen: fen(10) });
      const [outcome] = await settle(lab.deps, [cost]);
      return outcome?.ok === true;
    };
    const agree = async (expected: boolean): Promise<void> => expect([await care(), await paysCare()]).toEqual([expected, expected]);
    await agree(true);
    const change = (terms: object) =>
      one(changeTerms)(lab.deps, { ...ask(son, bindingId), showCode: null, shareFunds: { ...TERMS, ...terms } });
    await change({ uses: ['premium'] });
    await agree(false);
    await change({ capPerMonthFen: fen(10) });
    await agree(false);
    await change({ capPerMonthFen: fen(20) });
    await agree(true);
    await agree(false);
    await change({});
    await one(pauseGrant)(lab.deps, { ...ask(son, bindingId), kind: 'share-funds' });
    await agree(false);
  });

  it('is told of a switch that was closed, as of one that is open', async () => {
    const bindingId = await bind(lab, son, mother);
    await one(closeGrant)(lab.deps, { ...ask(mother, bindingId), kind: 'show-code' });
    const list = await explain(son, bindingId);
    expect(usable(list)).not.toContain('show-code');
    const shown = { key: newKey(), actorId: son.personId, personId: mother.personId, deviceId: 'device-0001' };
    const [outcome] = await showCode(lab.deps, [shown]);
    expect(codes(list)).toContain(outcome?.ok === false ? outcome.code : '');
  });
});
