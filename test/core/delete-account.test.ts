import {
  answerComplaint,
  applyPremium,
  clearPremiums,
  closeComplaint,
  creditAccounts,
  deleteAccount,
  enrolPeople,
  exportPerson,
  findPersonByOpenid,
  giveOfflineKey,
  one,
  previewAccountDeletion,
  proposeBinding,
  quotePremium,
  quotePremiums,
  readBindings,
  readPayments,
  refundPremium,
  runDueJobs,
  scanCode,
  setDeductionOrder,
  setReminders,
  setSharedLimit,
  settle,
  showCode,
  subscribe,
  takeRegisterChanges,
  unbind,
  verifyLedger,
  voidPremium,
  voidSettlement,
  writeComplaint,
} from '@gongji/core';
import { fen, maskCertificate, maskName } from '@gongji/domain';
import {
  balanceOf,
  brokenAccounts,
  type CoreLab,
  ENGINES,
  enrol,
  enrolParent,
  MONDAY,
  newKey,
  openLab,
  type Person,
  totalOfEverything,
} from '../support/core-lab';
import { apply, bind, bindingOf, costOf, quote, tokenFor } from '../support/core-steps';
import { applyFor, familyInShenzhen, runAt } from '../support/premiums';
import { ruleOf } from '../support/domain-builders';
import { HERE, withRules } from '../support/own-region';
import { watchedDeps } from '../support/watched-deps';

jest.setTimeout(120_000);

describe.each(ENGINES)('deleting an account on %s', (engine) => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  beforeAll(async () => {
    lab = await openLab(engine);
  }, 90_000);
  beforeEach(async () => {
    lab.setClock(MONDAY);
    [son, mother] = [await enrol(lab), await enrolParent(lab)];
  });
  afterEach(async () => {
    expect(await verifyLedger(lab.deps)).toMatchObject({ faultCount: 0 });
    expect([await totalOfEverything(lab.pool), await brokenAccounts(lab.pool)]).toEqual([0, []]);
  });
  afterAll(() => lab.close());

  const remove = (person = son, key = newKey()) => one(deleteAccount)(lab.deps, { key, actorId: person.personId });
  const blocksOf = async (person = son) => (await previewAccountDeletion(lab.deps, person.personId)).blocks.map(({ kind }) => kind);
  const end = (bindingId: string) => one(unbind)(lab.deps, { key: newKey(), actorId: son.personId, bindingId });

  it('says from which day a binding can be ended where the region holds that back', async () => {
    const there = withRules(lab, [ruleOf('shareFundsConsent', 'sponsor-only'), ruleOf('minMonthsBeforeEnd', 3)]);
    const [she, her] = [await enrol(there, { regionCode: HERE }), await enrolParent(there, { regionCode: HERE })];
    await bind(there, she, her);
    for (const { personId } of [she, her]) {
      const { blocks } = await previewAccountDeletion(there.deps, personId);
      expect(blocks).toMatchObject([{ nextStep: '最早2027年2月23日可以解绑；在那之前可以先暂停，不会有新的扣款' }]);
    }
  });

  it('is blocked while a binding stands, a premium is under way or money is held, and says so beforehand', async () => {
    const bindingId = await bind(lab, son, mother);
    expect(await blocksOf()).toEqual(['binding']);
    expect(await blocksOf(mother)).toEqual(['binding']);
    const { paymentId } = await apply(lab, son, mother);
    await runDueJobs(lab.deps);
    expect(await blocksOf()).toEqual(['binding', 'payment']);
    const wayOut = async () => (await previewAccountDeletion(lab.deps, son.personId)).blocks[1]?.nextStep;
    expect(await wayOut()).toBe('看这笔代缴：可以作废，或等办完');
    lab.setClock(new Date('2026-11-26T02:00:00Z'));
    expect(await wayOut()).toBe('看这笔代缴，等它办完');
    lab.setClock(MONDAY);
    await expect(remove()).rejects.toMatchObject({ code: 'ACCOUNT_DELETION_BLOCKED', facts: { count: 2 } });
    await one(voidPremium)(lab.deps, { key: newKey(), actorId: son.personId, paymentId });
    await runDueJobs(lab.deps);
    await end(bindingId);
    expect(await blocksOf()).toEqual([]);
    await remove();
  });

  it('is blocked by a code that a counter has scanned', async () => {
    await tokenFor(lab, son);
    expect(await blocksOf()).toEqual(['settlement']);
    lab.setClock(new Date(MONDAY.getTime() + 16 * 60_000));
    expect(await blocksOf()).toEqual([]);
    await remove();
  });

  it('leaves nothing that names the person or acts as them, and the books prove themselves', async () => {
    const bindingId = await bind(lab, son, mother);
    const { paymentId } = await apply(lab, son, mother);
    await runDueJobs(lab.deps);
    await one(voidPremium)(lab.deps, { key: newKey(), actorId: son.personId, paymentId });
    await runDueJobs(lab.deps);
    await end(bindingId);
    const asked = { actorId: son.personId, personId: son.personId, deviceId: 'phone-0001' };
    await one(giveOfflineKey)(lab.deps, { key: newKey(), ...asked, deviceName: '我的手机' });
    const { payload } = await one(showCode)(lab.deps, { key: newKey(), ...asked });
    await one(subscribe)(lab.deps, { key: newKey(), actorId: son.personId, kinds: ['money'], openid: son.openid });
    const order = 'insert into deduction_orders (holder_id, binding_id, position, set_at) values ($1, $2, 1, now())';
    await lab.pool.query(order, [son.personId, bindingId]);
    await remove();

    expect(await findPersonByOpenid(lab.deps, son.openid)).toBeNull();
    await expect(one(scanCode)(lab.deps, { institutionId: lab.institutionId, payload })).rejects.toMatchObject({ code: 'CODE_INVALID' });
    await expect(one(showCode)(lab.deps, { key: newKey(), ...asked })).rejects.toMatchObject({ code: 'CODE_OWNER_NOT_INSURED' });
    expect(await balanceOf(lab.pool, son.personId)).toEqual({ balanceFen: 0, frozenFen: 0 });
    const exported = JSON.stringify(await exportPerson(lab.deps, son.personId));
    for (const trace of [son.name, son.certificateNumber, '我的手机']) expect(exported).not.toContain(`"${trace}"`);
    for (const table of ['messages', 'subscriptions', 'deduction_orders'])
      expect((await lab.pool.query(`select from ${table} where holder_id = $1`, [son.personId])).rows).toHaveLength(0);
    const [binding] = (await readBindings(lab.deps, mother.personId)).bindings;
    expect(binding?.other.maskedName).toBe('已注销的人');
    expect((await readPayments(lab.deps, { personId: son.personId })).payments).toHaveLength(1);
  });

  it('does nothing more by a request that was let in before and came second', async () => {
    const bindingId = await bind(lab, son, mother);
    const { paymentId } = await apply(lab, son, mother);
    lab.setClock(new Date('2026-11-30T02:00:00Z'));
    await clearPremiums(lab.deps);
    const by = { actorId: son.personId };
    const complaint = {
      kind: 'other',
      text: '这是一条说得清楚的意见。',
      about: null,
      reference: null,
      errorCode: null,
      phone: null,
    } as const;
    const { complaintId } = await one(writeComplaint)(lab.deps, { ...by, key: newKey(), ...complaint });
    await end(bindingId);
    await remove();
    const late = [
      one(refundPremium)(lab.deps, { ...by, key: newKey(), paymentId, reason: 'duplicate' }),
      one(subscribe)(lab.deps, { ...by, key: newKey(), kinds: ['money'], openid: son.openid }),
      one(writeComplaint)(lab.deps, { ...by, key: newKey(), ...complaint }),
      one(closeComplaint)(lab.deps, { ...by, key: newKey(), complaintId }),
      one(setReminders)(lab.deps, { ...by, key: newKey(), isOn: false }),
      one(setDeductionOrder)(lab.deps, { ...by, key: newKey(), bindingIds: [] }),
      one(setSharedLimit)(lab.deps, { ...by, key: newKey(), limitFen: null }),
    ];
    expect((await Promise.allSettled(late)).map((each) => (each.status === 'rejected' ? each.reason.code : 'done'))).toEqual(
      late.map(() => 'PERSON_NOT_ENROLLED'),
    );
    await runDueJobs(lab.deps);
    expect(await balanceOf(lab.pool, son.personId)).toEqual({ balanceFen: 0, frozenFen: 0 });
    for (const table of ['messages', 'subscriptions'])
      expect((await lab.pool.query(`select from ${table} where holder_id = $1`, [son.personId])).rows).toHaveLength(0);
  });

  it('is told nothing of what others do later, and what comes back to it goes on to where its money went', async () => {
    const told = async ({ personId }: Person) =>
      (await lab.pool.query<{ topic: string }>('select topic from messages where holder_id = $1', [personId])).rows.map(
        ({ topic }) => topic,
      );
    const bindingId = await bind(lab, son, mother);
    const cost = costOf(lab, await tokenFor(lab, son, mother), { totalFen: fen(5_000) });
    const { settlementId } = await one(settle)(lab.deps, cost);
    const complaint = {
      key: newKey(),
      kind: 'other',
      text: '请解释一下',
      about: null,
      reference: null,
      errorCode: null,
      phone: null,
    } as const;
    const { number } = await one(writeComplaint)(lab.deps, { ...complaint, actorId: son.personId });
    await end(bindingId);
    await remove();
    await one(voidSettlement)(lab.deps, { institutionId: lab.institutionId, key: newKey(), settlementId });
    expect(await answerComplaint(lab.deps, { number, text: '已经查过' })).toBe('answered');
    expect(await balanceOf(lab.pool, son.personId)).toEqual({ balanceFen: 0, frozenFen: 0 });
    expect(await told(son)).toEqual([]);
    expect(await told(mother)).toContain('settlement-voided');
  });

  it('is told nothing of a refund of the premium that somebody else had paid for it', async () => {
    const family = await familyInShenzhen(lab);
    const payment = await applyFor(lab, family);
    await runAt(lab, '2026-11-26T02:00:00Z');
    await one(unbind)(lab.deps, { key: newKey(), actorId: family.payer.personId, bindingId: family.bindingId });
    await remove(family.person);
    const asked = { key: newKey(), actorId: family.payer.personId, paymentId: payment.paymentId, reason: 'duplicate' } as const;
    expect(await one(refundPremium)(lab.deps, asked)).toMatchObject({ state: 'refunded' });
    expect((await lab.pool.query('select topic from messages where holder_id = $1', [family.person.personId])).rows).toEqual([]);
  });

  it('leaves no name in the answers that are kept, and who asks again under a key is not told who has left', async () => {
    const bindingId = await bind(lab, son, mother);
    const [alone, several] = [newKey(), newKey()];
    const quoteAgain = () => one(quotePremium)(lab.deps, { key: alone, actorId: son.personId, personId: mother.personId, year: 2027 });
    const quotesAgain = () =>
      one(quotePremiums)(lab.deps, { key: several, actorId: son.personId, personIds: [mother.personId], year: 2027 });
    const cost = costOf(lab, await tokenFor(lab, mother), { totalFen: fen(5_000) });
    const taking = { institutionId: lab.institutionId, key: newKey() };
    const [quoted, list] = [await quoteAgain(), await quotesAgain()];
    const settled = await one(settle)(lab.deps, cost);
    expect(settled.legs.map(({ payer }) => payer)).toContain(maskName(son.name));
    expect([await quoteAgain(), await quotesAgain(), await one(settle)(lab.deps, cost)]).toEqual([quoted, list, settled]);
    const voidAgain = () => one(voidSettlement)(lab.deps, { ...taking, settlementId: settled.settlementId });
    const voided = await voidAgain();
    expect(await voidAgain()).toEqual(voided);
    await end(bindingId);
    for (const person of [mother, son]) await remove(person);

    const again = JSON.stringify([await quoteAgain(), await quotesAgain(), await voidAgain()]);
    const { rows } = await lab.pool.query<{ answers: string }>('select string_agg(answer::text, $1) as answers from requests', [' ']);
    for (const { name, certificateNumber } of [mother, son])
      for (const trace of [maskName(name), maskCertificate(certificateNumber)]) {
        expect(again).not.toContain(trace);
        expect(rows[0]?.answers).not.toContain(trace);
      }
    expect(again).toContain('已注销的人');
    expect(again).toContain(quoted.quoteId);
  });

  it('happens once: the same request again is answered the same, another one finds nobody', async () => {
    const key = newKey();
    await Promise.all([remove(son, key), remove(son, key)]);
    await expect(remove()).rejects.toMatchObject({ code: 'PERSON_NOT_ENROLLED' });
    await expect(previewAccountDeletion(lab.deps, son.personId)).rejects.toMatchObject({ code: 'PERSON_NOT_ENROLLED' });
  });

  it('lets somebody who is enrolled again start anew, with the money that the register says and no fen twice', async () => {
    const before = await balanceOf(lab.pool, son.personId);
    await remove();
    const { personId: _old, ...register } = son;
    const account = { currentYearFen: 180_000, carriedOverFen: 620_000 } as never;
    const { personId } = await one(enrolPeople)(lab.deps, { ...register, account });
    expect(personId).not.toBe(son.personId);
    expect(await balanceOf(lab.pool, personId)).toEqual(before);
    expect(await findPersonByOpenid(lab.deps, son.openid)).toEqual({ personId });
    await creditAccounts(lab.deps);
  });
});

describe('deleting an account while others act', () => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab('postgres');
  }, 90_000);
  afterAll(async () => {
    expect(await verifyLedger(lab.deps)).toMatchObject({ faultCount: 0 });
    expect(await totalOfEverything(lab.pool)).toBe(0);
    await lab.close();
  });

  const settled = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code?: string }) => error.code ?? 'a bug',
    );

  it('never lets a premium be paid from an account that is gone, whichever comes first', async () => {
    const there = lab.openProcess();
    for (let round = 0; round < 12; round += 1) {
      const [payer, person] = [await enrol(lab), await enrolParent(lab)];
      const bindingId = await bind(lab, payer, person);
      const { quoteId } = await quote(lab, payer, person);
      await one(unbind)(lab.deps, { key: newKey(), actorId: payer.personId, bindingId });
      const [removed, applied] = await Promise.all([
        settled(one(deleteAccount)(lab.deps, { key: newKey(), actorId: payer.personId })),
        settled(one(applyPremium)(there, { key: newKey(), actorId: payer.personId, quoteId })),
      ]);
      expect([removed, applied === 'done', (await balanceOf(lab.pool, payer.personId)).frozenFen]).toEqual(['done', false, 0]);
    }
  });

  it('waits for a premium that is being applied for, and is then blocked by it', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [payer, person] = [await enrol(lab), await enrolParent(lab)];
      await bind(lab, payer, person);
      const { quoteId } = await quote(lab, payer, person);
      const [removed, applied] = await Promise.all([
        settled(one(deleteAccount)(lab.deps, { key: newKey(), actorId: payer.personId })),
        settled(one(applyPremium)(lab.deps, { key: newKey(), actorId: payer.personId, quoteId })),
      ]);
      expect([removed, applied]).toEqual(['ACCOUNT_DELETION_BLOCKED', 'done']);
    }
  });

  it('never leaves a live binding of somebody who has left', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [owner, relative] = [await enrol(lab), await enrolParent(lab)];
      await Promise.all([
        settled(one(deleteAccount)(lab.deps, { key: newKey(), actorId: owner.personId })),
        settled(one(deleteAccount)(lab.deps, { key: newKey(), actorId: relative.personId })),
        settled(one(proposeBinding)(lab.deps, bindingOf(owner, relative))),
      ]);
    }
    const { rows } = await lab.pool.query(
      `select b.id from bindings b join persons p on p.id in (b.holder_id, b.relative_id) where p.left_at is not null and b.state <> 'ended'`,
    );
    expect(rows).toEqual([]);
  });

  it('leaves no code that works, whoever shows one meanwhile', async () => {
    for (let round = 0; round < 8; round += 1) {
      const person = await enrol(lab);
      const shows = Array.from({ length: 4 }, (_, n) =>
        settled(one(showCode)(lab.deps, { key: newKey(), actorId: person.personId, personId: person.personId, deviceId: `phone-000${n}` })),
      );
      await Promise.all([...shows, settled(one(deleteAccount)(lab.deps, { key: newKey(), actorId: person.personId }))]);
    }
    const { rows } = await lab.pool.query(
      `select c.id from insurance_codes c join persons p on p.id = c.holder_id where p.left_at is not null and c.replaced_at is null and c.scanned_at is null`,
    );
    expect(rows).toEqual([]);
  });

  it('leaves no key to codes without network, whoever asks for one meanwhile', async () => {
    for (let round = 0; round < 8; round += 1) {
      const person = await enrol(lab);
      const asks = Array.from({ length: 4 }, (_, n) => {
        const phone = { deviceId: `phone-000${n}`, deviceName: '手机' };
        return settled(one(giveOfflineKey)(lab.deps, { key: newKey(), actorId: person.personId, personId: person.personId, ...phone }));
      });
      await Promise.all([...asks, settled(one(deleteAccount)(lab.deps, { key: newKey(), actorId: person.personId }))]);
    }
    const { rows } = await lab.pool.query(
      'select k.id from offline_keys k join persons p on p.id = k.holder_id where p.left_at is not null and k.revoked_at is null',
    );
    expect(rows).toEqual([]);
  });

  it.each([
    ['credits a month', creditAccounts],
    ['takes over changes of the register', takeRegisterChanges],
  ])('leaves nothing to a job that %s and has found the person by then', async (_, job) => {
    lab.setClock(MONDAY);
    const person = await enrol(lab);
    lab.setClock(new Date('2026-12-01T02:00:00Z'));
    lab.register.publish('2026-12', [[person, 500]]);
    lab.register.push(person, { insuranceState: 'paused', groups: ['low-income'] });
    let asked = 0;
    const deps = watchedDeps(lab.deps, (query) => async (text, values) => {
      const found = await query(text, values);
      if (/"certificate_index" in/.test(text) && (asked += 1) === 1)
        await one(deleteAccount)(lab.deps, { key: newKey(), actorId: person.personId });
      return found;
    });
    await job(deps);
    expect(asked).toBe(1);
    expect((await balanceOf(lab.pool, person.personId)).balanceFen).toBe(0);
    const { rows } = await lab.pool.query(
      `select birth_date::text, insurance_state, groups, (select count(*)::int from messages where holder_id = $1) as told from persons where id = $1`,
      [person.personId],
    );
    expect(rows).toEqual([{ birth_date: '1900-01-01', insurance_state: 'none', groups: [], told: 0 }]);
  });
});
