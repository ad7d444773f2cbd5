import {
  acceptBinding,
  applyPremiums,
  closeGrant,
  enrolPeople,
  explainBinding,
  giveOfflineKey,
  one,
  openGrant,
  previewDeduction,
  proposeBinding,
  quotePremiums,
  readBinding,
  readDeductionOrder,
  readMe,
  runDueJobs,
  showCode,
  takeRegisterChanges,
  unbind,
  voidPremium,
} from '@gongji/core';
import { CONSENT, fen, plainDate } from '@gongji/domain';
import { ruleOf } from '../support/domain-builders';
import { type CoreLab, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { apply, bind, bindingOf, inboxOf, quote, refusal, TERMS } from '../support/core-steps';
import { HERE, NEXT_CITY, withRules } from '../support/own-region';
import { watchedDeps } from '../support/watched-deps';

jest.setTimeout(60_000);

const RULES = [
  ruleOf('shareFundsConsent', 'sponsor-only'),
  ruleOf('selfEnding', ['owner-insurance-paused', 'owner-moved', 'relative-insurance-paused']),
  ruleOf('premiumClearing', { way: 'month-end-working-days' }),
];

describe.each(ENGINES)('the insurance register on %s', (engine) => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  beforeAll(async () => {
    lab = withRules(await openLab(engine), RULES);
  }, 90_000);
  beforeEach(async () => {
    lab.setClock(MONDAY);
    son = await enrol(lab, { regionCode: HERE });
    mother = await enrolParent(lab, { regionCode: HERE });
  });
  afterAll(() => lab.close());

  const run = () => runDueJobs(lab.deps);
  const grantsOf = async (bindingId: string, reader = son) =>
    Object.fromEntries(
      (await readBinding(lab.deps, { personId: reader.personId, bindingId })).grants.map(({ kind, state, reason }) => [
        kind,
        state === 'ended' ? reason : state,
      ]),
    );

  it('is read once: what it says of people here is taken over, strangers are passed over', async () => {
    lab.register.push({ ...mother, certificateNumber: `Z${newKey()}` }, { insuranceState: 'ended' });
    lab.register.push(mother, { insuranceState: 'paused', groups: ['low-income'], regionCode: NEXT_CITY });
    lab.register.push(mother, { insuranceState: 'ended' });
    expect(await takeRegisterChanges(lab.deps)).toBe(1);
    expect(await readMe(lab.deps, mother.personId)).toMatchObject({ insuranceState: 'ended', regionCode: HERE });
    expect(await takeRegisterChanges(lab.deps)).toBe(0);
  });

  it('is read page by page, by several processes at once, each change once', async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => enrolParent(lab, { regionCode: HERE })));
    for (let n = 0; n < 450; n += 1) lab.register.push(people[n % 4] as Person, { insuranceState: n < 446 ? 'paused' : 'none' });
    await Promise.all([1, 2, 3].map(() => takeRegisterChanges(lab.deps)));
    for (const { personId } of people) expect((await readMe(lab.deps, personId)).insuranceState).toBe('none');
    expect(await takeRegisterChanges(lab.deps)).toBe(0);
  });

  it.each(['not-sent', 'lost-answer'] as const)('is asked again after %s, and nothing is lost', async (fault) => {
    lab.register.push(mother, { insuranceState: 'paused' });
    lab.register.fail(fault);
    expect(await takeRegisterChanges(lab.deps)).toBe(0);
    expect(await takeRegisterChanges(lab.deps)).toBe(1);
  });

  it('says each time that a page cannot be read, and takes nothing of it or after it', async () => {
    lab.register.push(mother, { insuranceState: 'paused' });
    lab.register.fail('unreadable', 2);
    for (let round = 0; round < 2; round += 1) {
      const failed: unknown[] = [];
      await runDueJobs(lab.deps, (job, error) => void failed.push([job, error]));
      expect(failed).toMatchObject([['registered', { name: 'Unreadable', code: '0.groups.0' }]]);
    }
    expect(await takeRegisterChanges(lab.deps)).toBe(1);
  });

  it.each([
    ['the owner is paused', 'son', { insuranceState: 'paused' }, 'owner-insurance-paused'],
    ['the owner moves', 'son', { regionCode: NEXT_CITY }, 'owner-moved'],
    ['the relative is paused', 'mother', { insuranceState: 'paused' }, 'relative-insurance-paused'],
  ] as const)('ends fund sharing by the region’s rule when %s, and leaves showing the code', async (_what, who, change, reason) => {
    const bindingId = await bind(lab, son, mother);
    lab.register.push({ son, mother }[who], change);
    await run();
    expect(await grantsOf(bindingId)).toEqual({ 'share-funds': reason, 'show-code': 'active' });
    for (const { personId } of [son, mother]) {
      const [latest] = await inboxOf(lab.deps, personId);
      expect(latest?.title).toBe('亲情账户已自动结束');
      expect(latest?.text).toMatch(/自动结束/);
      expect(latest?.text).not.toMatch(/¥|医院|药|暂停|死|故/);
    }
    const last = (await readBinding(lab.deps, { personId: son.personId, bindingId })).history.at(-1);
    expect(last).toMatchObject({ by: '系统', kind: 'share-funds' });
    expect(await run()).toMatchObject({ ended: 0 });
  });

  it('says nothing of where somebody has moved to whoever is bound to them no more, or not yet', async () => {
    const bindingId = await bind(lab, son, mother);
    const seen = () => readBinding(lab.deps, { personId: son.personId, bindingId });
    const there = (await seen()).other.regionCode;
    await one(unbind)(lab.deps, { key: newKey(), actorId: mother.personId, bindingId });
    const neighbour = await enrol(lab, { regionCode: HERE });
    const wish = { ...bindingOf(neighbour, mother), shareFunds: null };
    const { bindingId: proposed } = await one(proposeBinding)(lab.deps, wish);
    lab.register.push(mother, { regionCode: NEXT_CITY });
    await run();
    for (const { other } of [await seen(), await readBinding(lab.deps, { personId: neighbour.personId, bindingId: proposed })])
      expect(other).toMatchObject({ regionCode: there, scheme: null });
    expect(await explainBinding(lab.deps, { personId: son.personId, bindingId })).toEqual({ explanations: [] });
  });

  it('says nothing of it either to whoever sends an old request again when the two are bound no more', async () => {
    const bindingId = await bind(lab, son, mother);
    const by = { actorId: son.personId };
    const shown = { ...by, key: newKey(), personId: mother.personId, deviceId: 'phone-0001' };
    const given = { ...shown, key: newKey(), deviceName: '我的手机' };
    const offering = withRules(lab, [...RULES, ruleOf('offlineCode', { mostPerDay: 3, mostFenPerDay: fen(50_000) })]);
    const quoted = await one(quotePremiums)(lab.deps, { ...by, key: newKey(), personIds: [mother.personId], year: 2027 });
    const applied = { ...by, key: newKey(), quoteIds: quoted.items.map(({ quote }) => quote?.quoteId ?? '') };
    await one(showCode)(lab.deps, shown);
    await one(giveOfflineKey)(offering.deps, given);
    const [item] = (await one(applyPremiums)(lab.deps, applied)).items;
    await one(voidPremium)(lab.deps, { ...by, key: newKey(), paymentId: item?.payment?.paymentId ?? '' });
    await run();
    await one(unbind)(lab.deps, { ...by, key: newKey(), bindingId });
    lab.register.push(mother, { regionCode: NEXT_CITY, scheme: 'employee' });
    await run();
    await expect(one(showCode)(lab.deps, shown)).rejects.toMatchObject({ code: 'CODE_NOT_ALLOWED' });
    await expect(one(giveOfflineKey)(offering.deps, given)).rejects.toMatchObject({ code: 'CODE_NOT_ALLOWED' });
    expect((await one(applyPremiums)(lab.deps, applied)).items).toMatchObject([{ person: { regionCode: HERE, scheme: null } }]);
  });

  it('says nothing of where who invites somebody has moved', async () => {
    const asking = withRules(lab, [ruleOf('shareFundsConsent', 'relative-accepts')]);
    await one(proposeBinding)(asking.deps, bindingOf(son, mother));
    lab.register.push(son, { regionCode: NEXT_CITY });
    await takeRegisterChanges(asking.deps);
    const { sponsors } = await readDeductionOrder(asking.deps, mother.personId);
    expect(sponsors).toMatchObject([{ sponsor: { regionCode: HERE, scheme: null }, usable: false }]);
  });

  it('counts the same whoever brings it: somebody enrolled again elsewhere has moved', async () => {
    const bindingId = await bind(lab, son, mother);
    await one(enrolPeople)(lab.deps, { ...son, insurance: { ...son.insurance, regionCode: NEXT_CITY }, account: null });
    await run();
    expect(await grantsOf(bindingId)).toMatchObject({ 'share-funds': 'owner-moved' });
  });

  it('may move somebody to a place that nobody listed: the binding is read and ended all the same', async () => {
    const bindingId = await bind(lab, mother, son, { relation: 'child', shareFunds: null });
    lab.register.push(mother, { regionCode: '999999' });
    await run();
    expect(await readBinding(lab.deps, { personId: mother.personId, bindingId })).toMatchObject({ state: 'active' });
    expect(await one(unbind)(lab.deps, { key: newKey(), actorId: son.personId, bindingId })).toMatchObject({ state: 'ended' });
  });

  it('ends nothing by an event that the region does not name, nor by one that held before the binding', async () => {
    const bindingId = await bind(lab, son, mother);
    lab.register.push(mother, { regionCode: NEXT_CITY });
    await run();
    expect(await grantsOf(bindingId)).toEqual({ 'share-funds': 'active', 'show-code': 'active' });
    const rested = await enrolParent(lab, { regionCode: HERE, insuranceState: 'paused' });
    const other = await bind(lab, son, rested);
    lab.setClock(new Date(MONDAY.getTime() + 86_400_000));
    await run();
    expect(await grantsOf(other)).toMatchObject({ 'share-funds': 'active' });
  });

  it('ends everything when somebody dies; the code is worth nothing, and nobody can bind them again', async () => {
    const bindingId = await bind(lab, son, mother);
    lab.register.push(mother, { diedOn: plainDate('2026-11-20') });
    await run();
    expect(await grantsOf(bindingId)).toEqual({ 'share-funds': 'relative-died', 'show-code': 'relative-died' });
    const shown = { key: newKey(), actorId: mother.personId, personId: mother.personId, deviceId: 'device-0001' };
    await expect(one(showCode)(lab.deps, shown)).rejects.toMatchObject({ code: 'CODE_OWNER_NOT_INSURED' });
    await expect(one(proposeBinding)(lab.deps, bindingOf(son, mother))).rejects.toMatchObject({ code: 'BINDING_RELATIVE_NOT_INSURED' });
  });

  it('waits for a payment that is under way, and ends what it must when that is over', async () => {
    const bindingId = await bind(lab, son, mother);
    const { paymentId } = await apply(lab, son, mother);
    lab.register.push(son, { regionCode: NEXT_CITY });
    await run();
    await run();
    expect(await grantsOf(bindingId)).toMatchObject({ 'share-funds': 'active' });
    // Nothing new is taken meanwhile, whatever is looked at.
    const { legs } = await previewDeduction(lab.deps, {
      actorId: mother.personId,
      personId: mother.personId,
      amountFen: fen(100),
      use: 'drug',
    });
    expect(legs).toMatchObject([{ own: true }, { amountFen: 0, skippedText: '参保有变动，家庭共济即将结束' }]);
    await refusal(quote(lab, son, mother, 2028), 'PREMIUM_GRANT_NOT_USABLE');
    const { explanations } = await explainBinding(lab.deps, { personId: son.personId, bindingId });
    expect(explanations.find(({ about }) => about === 'drug')?.checks[0]).toMatchObject({ result: 'no', code: 'ending' });
    expect(await readDeductionOrder(lab.deps, mother.personId)).toMatchObject({ sponsors: [{ usable: false }] });
    await one(voidPremium)(lab.deps, { key: newKey(), actorId: son.personId, paymentId });
    await run();
    expect(await grantsOf(bindingId)).toMatchObject({ 'share-funds': 'owner-moved' });
  });

  it('leaves a binding that waits for a payment alone, round after round: nobody who pays or settles waits for a look that ends nothing', async () => {
    const endsOn = plainDate('2026-11-24');
    const bindingId = await bind(lab, son, mother, { showCode: { endsOn }, shareFunds: { ...TERMS, endsOn } });
    const { paymentId } = await apply(lab, son, mother);
    lab.register.push(son, { regionCode: NEXT_CITY });
    lab.setClock(new Date(MONDAY.getTime() + 2 * 86_400_000));
    await run();
    expect(await grantsOf(bindingId)).toEqual({ 'share-funds': 'active', 'show-code': 'ran-out' });
    const locked: unknown[] = [];
    await runDueJobs(
      watchedDeps(lab.deps, (query) => (text, values) => {
        if (text.includes('for no key update')) locked.push(values);
        return query(text, values);
      }),
    );
    expect(JSON.stringify(locked)).not.toContain(bindingId);
    await one(voidPremium)(lab.deps, { key: newKey(), actorId: son.personId, paymentId });
    await run();
    expect(await grantsOf(bindingId)).toMatchObject({ 'share-funds': 'ran-out' });
  });

  it('is not undone by an identity check from before the change', async () => {
    const wish = bindingOf(son, mother);
    lab.setClock(new Date(MONDAY.getTime() + 1_000));
    lab.register.push(mother, { insuranceState: 'ended' });
    await run();
    await expect(one(proposeBinding)(lab.deps, wish)).rejects.toMatchObject({ code: 'BINDING_RELATIVE_NOT_INSURED' });
    lab.register.push(mother, { insuranceState: 'paused' });
    await run();
    await one(proposeBinding)(lab.deps, wish);
    expect(await readMe(lab.deps, mother.personId)).toMatchObject({ insuranceState: 'paused' });
  });

  it('ends what it must although one binding among them cannot be decided', async () => {
    const neighbours = await Promise.all([1, 2, 3, 4].map(() => enrol(lab, { regionCode: NEXT_CITY })));
    const bindingIds = await Promise.all(neighbours.map((neighbour) => bind(lab, neighbour, mother, { showCode: null })));
    const stuck = await bind(lab, son, mother, { showCode: null });
    for (const person of [son, ...neighbours]) lab.register.push(person, { insuranceState: 'paused' });
    const policyFor: typeof lab.deps.policies.policyFor = (regionCode, on) => {
      if (regionCode === HERE) throw new Error('no such rules');
      return lab.deps.policies.policyFor(regionCode, on);
    };
    await expect(runDueJobs({ ...lab.deps, policies: { ...lab.deps.policies, policyFor } })).rejects.toThrow('no such rules');
    for (const [index, id] of bindingIds.entries())
      expect(await grantsOf(id, neighbours[index])).toMatchObject({ 'share-funds': 'owner-insurance-paused' });
    expect(await grantsOf(stuck)).toMatchObject({ 'share-funds': 'active' });
    await run();
    expect(await grantsOf(stuck)).toMatchObject({ 'share-funds': 'owner-insurance-paused' });
  });

  it('does not end by an old move what was agreed to after it', async () => {
    const bindingId = await bind(lab, son, mother);
    lab.register.push(son, { regionCode: NEXT_CITY });
    await run();
    const wish = { showCode: null, shareFunds: TERMS, sharedLimitFen: null, consentVersion: CONSENT.version };
    const asked = { key: newKey(), actorId: son.personId, bindingId, guardianStatement: false, signature: 'M1 1L2 2' };
    await one(openGrant)(lab.deps, { ...asked, ...wish });
    lab.register.push(son, { regionCode: NEXT_CITY, groups: ['low-income'] });
    lab.register.push(mother, { scheme: 'employee' });
    await run();
    expect(await grantsOf(bindingId)).toMatchObject({ 'share-funds': 'active' });
  });

  it('stands for a guardian until the 16th birthday: then the code rests until its owner agrees', async () => {
    const boy = await enrolParent(lab, { regionCode: HERE, birthDate: '2010-11-24' });
    const bindingId = await bind(lab, son, boy, { relation: 'child', guardianStatement: true });
    expect(await grantsOf(bindingId)).toEqual({ 'share-funds': 'active', 'show-code': 'active' });
    lab.setClock(new Date('2026-11-23T15:59:59Z'));
    await run();
    expect(await grantsOf(bindingId)).toMatchObject({ 'show-code': 'active' });
    lab.setClock(new Date('2026-11-23T16:00:00Z'));
    await run();
    const view = await readBinding(lab.deps, { personId: boy.personId, bindingId });
    expect(view).toMatchObject({ awaitsMe: true, needsFaceCheck: true, acceptBy: '2026-12-24T00:00:00.000+08:00', state: 'active' });
    expect(await grantsOf(bindingId)).toEqual({ 'share-funds': 'active', 'show-code': 'proposed' });
    const shown = { key: newKey(), actorId: son.personId, personId: boy.personId, deviceId: 'device-0001' };
    await expect(one(showCode)(lab.deps, shown)).rejects.toMatchObject({ code: 'CODE_NOT_ALLOWED' });
    expect(await run()).toMatchObject({ ended: 0 });
    await one(acceptBinding)(lab.deps, { key: newKey(), actorId: boy.personId, bindingId, faceChecked: true });
    expect(await grantsOf(bindingId)).toMatchObject({ 'show-code': 'active' });
    expect(await run()).toMatchObject({ ended: 0 });
  });

  it('keeps the thirty days of somebody who came of age when money is proposed to them meanwhile', async () => {
    const cautious = withRules(lab, [ruleOf('shareFundsConsent', 'relative-accepts')]);
    const boy = await enrolParent(lab, { regionCode: HERE, birthDate: '2010-11-24' });
    const bindingId = await bind(cautious, son, boy, { relation: 'child', guardianStatement: true, shareFunds: null });
    lab.setClock(new Date('2026-11-24T02:00:00Z'));
    await run();
    const before = await readBinding(lab.deps, { personId: son.personId, bindingId });
    const { key, actorId, signature, consentVersion } = bindingOf(son, boy);
    const asked = { key, actorId, bindingId, signature, consentVersion, guardianStatement: false, sharedLimitFen: null };
    const shareFunds = { ...TERMS, startsOn: plainDate('2026-11-24') };
    const opened = await one(openGrant)(cautious.deps, { ...asked, showCode: null, shareFunds });
    expect(await grantsOf(bindingId)).toEqual({ 'share-funds': 'proposed', 'show-code': 'proposed' });
    expect(opened).toMatchObject({ acceptBy: before.acceptBy, invitationToken: before.invitationToken });
    const told = async ({ personId }: Person) => (await inboxOf(lab.deps, personId))[0]?.text;
    expect(await told(son)).toContain('，请TA在 2026年12月24日 10:00 前登录确认。');
    expect(await told(boy)).toContain('，请在 2026年12月24日 10:00 前查看；不同意可以直接拒绝。');
  });

  it('leaves a binding on which only the code was shown waiting for its owner, and ends it after thirty days', async () => {
    const boy = await enrolParent(lab, { regionCode: HERE, birthDate: '2010-11-24' });
    const bindingId = await bind(lab, son, boy, { relation: 'child', guardianStatement: true, shareFunds: null });
    lab.setClock(new Date('2026-11-24T02:00:00Z'));
    await run();
    expect(await readBinding(lab.deps, { personId: son.personId, bindingId })).toMatchObject({
      state: 'proposed',
      invitationToken: expect.any(String),
    });
    lab.setClock(new Date('2026-12-24T02:00:01Z'));
    await run();
    expect(await readBinding(lab.deps, { personId: son.personId, bindingId })).toMatchObject({ state: 'ended' });
    expect(await grantsOf(bindingId)).toEqual({ 'show-code': 'invitation-expired' });
    await expect(one(closeGrant)(lab.deps, { key: newKey(), actorId: son.personId, bindingId, kind: 'show-code' })).rejects.toMatchObject({
      code: 'BINDING_STATE_CONFLICT',
    });
  });
});
