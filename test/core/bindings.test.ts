import {
  acceptBinding,
  declineBinding,
  enrolPeople,
  one,
  previewUnbind,
  proposeBinding,
  readBinding,
  readBindings,
  runDueJobs,
  unbind,
} from '@gongji/core';
import { fen, plainDate } from '@gongji/domain';
import { type CoreLab, describePerson, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { apply, bind, bindingOf, inboxOf, TERMS } from '../support/core-steps';

jest.setTimeout(60_000);

describe.each(ENGINES)('a binding on %s', (engine) => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  beforeAll(async () => {
    lab = await openLab(engine);
  }, 90_000);
  beforeEach(async () => {
    lab.setClock(MONDAY);
    son = await enrol(lab);
    mother = await enrolParent(lab);
  });
  afterAll(() => lab.close());

  const ask = (actor: Person, bindingId: string) => ({ key: newKey(), actorId: actor.personId, bindingId });
  const propose = () => one(proposeBinding)(lab.deps, bindingOf(son, mother));
  const count = async (table: string): Promise<number> => {
    const { rows } = await lab.pool.query<{ n: number }>(`select count(*) as n from ${table}`);
    return rows[0]?.n ?? -1;
  };

  it('is active for the money at once in Guangdong and waits for the relative to let the code be shown', async () => {
    const view = await propose();
    expect(view).toMatchObject({
      myRole: 'owner',
      state: 'active',
      relation: 'parent',
      awaitsMe: false,
      acceptBy: '2026-11-26T10:00:00.000+08:00',
    });
    expect(view.grants.map(({ kind, state }) => [kind, state])).toEqual([
      ['share-funds', 'active'],
      ['show-code', 'proposed'],
    ]);
  });

  it('tells each side until when the relative can agree', async () => {
    await propose();
    const told = async ({ personId }: Person) => (await inboxOf(lab.deps, personId))[0]?.text;
    expect(await told(son)).toMatch(/^已向.+发出绑定邀请，请TA在 2026年11月26日 10:00 前登录确认。$/);
    expect(await told(mother)).toMatch(/邀请您绑定亲情账户，请在 2026年11月26日 10:00 前查看并确认；不认识TA请选择不同意。$/);
  });

  it('for money alone is none of those that a month allows to show a code', async () => {
    const owner = await enrol(lab);
    for (let count = 0; count < 6; count += 1)
      await bind(lab, owner, await enrolParent(lab, { birthDate: '1985-03-01' }), { relation: 'sibling', showCode: null });
    const sibling = await enrolParent(lab, { birthDate: '1985-03-01' });
    const { grants } = await one(proposeBinding)(lab.deps, bindingOf(owner, sibling, { relation: 'sibling' }));
    expect(grants.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['show-code', 'share-funds']));
  });

  it('is seen by each side from its own side, and by nobody else', async () => {
    const { bindingId } = await propose();
    const seen = await readBinding(lab.deps, { personId: mother.personId, bindingId });
    expect(seen).toMatchObject({ myRole: 'relative', relation: 'child', awaitsMe: true, sharedLimitFen: null });
    const { bindingId: waiting } = await one(proposeBinding)(lab.deps, bindingOf(mother, son, { relation: 'child', shareFunds: null }));
    const said = [mother, son].map(({ personId }) => readBinding(lab.deps, { personId, bindingId: waiting }));
    expect((await Promise.all(said)).map(({ stateText }) => stateText)).toEqual(['等TA确认', '等您确认']);
    const stranger = await enrol(lab);
    await expect(readBinding(lab.deps, { personId: stranger.personId, bindingId })).rejects.toMatchObject({ code: 'BINDING_NOT_FOUND' });
    expect(await readBindings(lab.deps, stranger.personId)).toEqual({ bindings: [] });
  });

  it('is accepted by the named relative only, once', async () => {
    const { bindingId } = await propose();
    const accept = (actor: Person) => one(acceptBinding)(lab.deps, { ...ask(actor, bindingId), faceChecked: true });
    await expect(accept(await enrol(lab))).rejects.toMatchObject({ code: 'BINDING_NOT_FOUND' });
    // Who invited knows of it already.
    await expect(accept(son)).rejects.toMatchObject({ code: 'BINDING_STATE_CONFLICT' });
    const accepted = await one(acceptBinding)(lab.deps, { ...ask(mother, bindingId), faceChecked: true });
    expect(accepted.grants.map(({ state }) => state)).toEqual(['active', 'active']);
    await expect(one(acceptBinding)(lab.deps, { ...ask(mother, bindingId), faceChecked: true })).rejects.toMatchObject({
      code: 'BINDING_STATE_CONFLICT',
    });
  });

  it('keeps what needs no agreement when the relative declines', async () => {
    const { bindingId } = await propose();
    const declined = await one(declineBinding)(lab.deps, ask(mother, bindingId));
    expect(declined).toMatchObject({ state: 'active', acceptBy: null });
    expect(declined.grants.map(({ state }) => state)).toEqual(['active', 'ended']);
  });

  it('ends when all of it was declined, and can be proposed anew', async () => {
    const { bindingId } = await one(proposeBinding)(lab.deps, bindingOf(son, mother, { shareFunds: null }));
    expect(await one(declineBinding)(lab.deps, ask(mother, bindingId))).toMatchObject({ state: 'ended', stateText: '已结束' });
    expect((await propose()).bindingId).not.toBe(bindingId);
  });

  it('cannot be accepted after 72 hours, and the job ends the invitation', async () => {
    const { bindingId } = await one(proposeBinding)(lab.deps, bindingOf(son, mother, { shareFunds: null }));
    lab.setClock(new Date(MONDAY.getTime() + 72 * 3_600_000 + 1));
    await expect(one(acceptBinding)(lab.deps, { ...ask(mother, bindingId), faceChecked: true })).rejects.toMatchObject({
      code: 'BINDING_INVITATION_EXPIRED',
    });
    await runDueJobs(lab.deps);
    expect(await readBinding(lab.deps, { personId: son.personId, bindingId })).toMatchObject({ state: 'ended', acceptBy: null });
  });

  it('ends by itself after the last day of its grants', async () => {
    const terms = { ...TERMS, endsOn: plainDate('2026-11-30') };
    const bindingId = await bind(lab, son, mother, { shareFunds: terms, showCode: null });
    lab.setClock(new Date('2026-11-30T15:59:00Z'));
    await runDueJobs(lab.deps);
    expect((await readBinding(lab.deps, { personId: son.personId, bindingId })).state).toBe('active');
    lab.setClock(new Date('2026-11-30T16:00:00Z'));
    await runDueJobs(lab.deps);
    expect((await readBinding(lab.deps, { personId: son.personId, bindingId })).state).toBe('ended');
  });

  it('leaves no trace of the person named when it is refused', async () => {
    const stranger = { ...mother, certificateNumber: 'Z999999999' };
    const before = [await count('persons'), await count('bindings'), await count('audit_lines'), await count('requests')];
    await expect(one(proposeBinding)(lab.deps, bindingOf(son, stranger, { relation: 'other' }))).rejects.toMatchObject({
      code: 'BINDING_RELATION_NOT_ALLOWED',
    });
    expect([await count('persons'), await count('bindings'), await count('audit_lines'), await count('requests')]).toEqual(before);
  });

  it('makes a person of a relative who was never seen, and it is the same person when they enrol', async () => {
    const { account: _account, ...unseen } = describePerson({ scheme: 'resident', regionCode: '441400', birthDate: '1958-05-06' });
    const { other } = await one(proposeBinding)(lab.deps, bindingOf(son, unseen));
    expect((await one(enrolPeople)(lab.deps, { ...unseen, account: null })).personId).toBe(other.personId);
  });

  it('decides each request of a list by itself, in order', async () => {
    const father = await enrolParent(lab, { birthDate: '1955-01-01' });
    const outcomes = await proposeBinding(lab.deps, [
      bindingOf(son, mother),
      bindingOf(son, son),
      bindingOf(son, mother),
      bindingOf(son, father),
    ]);
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code))).toEqual(['ok', 'BINDING_SELF', 'BINDING_DUPLICATE', 'ok']);
    expect((await readBindings(lab.deps, son.personId)).bindings).toHaveLength(2);
  });

  it('ends for both at once when it is unbound, and says so to both in neutral words', async () => {
    const bindingId = await bind(lab, son, mother);
    const preview = await previewUnbind(lab.deps, { personId: mother.personId, bindingId });
    expect(preview).toMatchObject({ allowed: true, endsOn: '2026-11-23', openPayments: [] });
    expect(await one(unbind)(lab.deps, ask(mother, bindingId))).toMatchObject({ state: 'ended', awaitsMe: false });
    for (const side of [son, mother]) {
      const [latest] = await inboxOf(lab.deps, side.personId);
      expect(latest).toMatchObject({ title: '亲情账户已解绑' });
      expect(latest?.text).not.toMatch(/¥|医院|药/);
      expect(latest?.text).toMatch(
        side === mother ? /^您已与测\*\S*解绑亲情账户，TA不能再出示您的医保码/ : /^测\*\S*解绑了与您的亲情账户，从现在起不会再有扣款/,
      );
    }
    const history = (await readBinding(lab.deps, { personId: son.personId, bindingId })).history;
    expect(history.map(({ kind, text }) => [kind, text])).toEqual([
      ['show-code', '发起，等TA确认'],
      ['share-funds', '由共济人承诺开通'],
      ['show-code', '本人刷脸同意'],
      ['share-funds', '解绑'],
      ['show-code', '解绑'],
    ]);
    const other = expect.stringMatching(/^测\*/);
    expect(history.map(({ by }) => by)).toEqual(['本人', '本人', other, other, other]);
  });

  it('is not unbound while a premium is under way, and names the payment to the payer only', async () => {
    const bindingId = await bind(lab, son, mother);
    const { paymentId } = await apply(lab, son, mother);
    await expect(one(unbind)(lab.deps, ask(son, bindingId))).rejects.toMatchObject({ code: 'BINDING_HAS_OPEN_PAYMENT' });
    expect(await previewUnbind(lab.deps, { personId: son.personId, bindingId })).toMatchObject({
      allowed: false,
      openPayments: [{ paymentId, voidable: true }],
      nextStep: '您可以先作废这笔代缴申请，作废后就能办；也可以等清缴完成，预计2026年11月30日。',
    });
    expect(await previewUnbind(lab.deps, { personId: mother.personId, bindingId })).toMatchObject({
      allowed: false,
      openPayments: [],
      nextStep: '代缴只有付款的家人能撤销，您可以请TA撤销；也可以等清缴完成，预计2026年11月30日。',
    });
  });

  it('keeps the limit shared by all relatives with the sponsor', async () => {
    const sponsor = await enrol(lab, { regionCode: '370100' });
    const boy = await enrol(lab, { regionCode: '370100', scheme: 'resident', birthDate: '2015-01-01' });
    const wish = { relation: 'child', showCode: null } as const;
    await expect(one(proposeBinding)(lab.deps, bindingOf(sponsor, boy, wish))).rejects.toMatchObject({ code: 'BINDING_LIMIT_REQUIRED' });
    const { bindingId } = await one(proposeBinding)(lab.deps, bindingOf(sponsor, boy, { ...wish, sharedLimitFen: fen(50_000) }));
    expect((await readBinding(lab.deps, { personId: sponsor.personId, bindingId })).sharedLimitFen).toBe(50_000);
    expect((await readBinding(lab.deps, { personId: boy.personId, bindingId })).sharedLimitFen).toBeNull();
  });
});
