import { randomUUID } from 'node:crypto';
import type { BindingView } from '@gongji/contract';
import { type FundUse, fen, plainDate } from '@gongji/domain';
import { countRows, type Edge, openEdge } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { accept, bindingRequest, bindMother, SHARE_EVERYTHING } from '../support/family';
import { DEVICE, doMainJob } from '../support/main-job';

// What the switches of a binding do over HTTP; what they refuse is beside it.

const grantOf = ({ grants }: BindingView, wanted: string) => grants.find(({ kind }) => kind === wanted);
const { consentVersion, guardianStatement, signature } = bindingRequest('chen-guilan', 'parent');
const SIGNED = { consentVersion, guardianStatement, signature };
const { showCode, shareFunds, sharedLimitFen, relative, relation } = bindingRequest('chen-guilan', 'parent');

describe('a switch of a binding', () => {
  let edge: Edge;
  let son: Caller;
  let mother: Caller;
  let path: { bindingId: string };
  beforeEach(async () => {
    edge = await openEdge();
    [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    path = { bindingId: (await bindMother(son, mother)).bindingId };
  });
  afterEach(() => edge.close());

  const ofCode = { kind: 'show-code' } as const;
  const shows = () => son.ask('showCode', { body: { personId: mother.personId, deviceId: DEVICE } });
  const showsNot = async () => (await son.refused('showCode', { body: { personId: mother.personId, deviceId: DEVICE } })).code;

  it('rests while it is paused, and whoever paused it resumes it', async () => {
    await shows();
    expect(grantOf(await mother.ask('pauseGrant', { path, body: ofCode }), 'show-code')).toMatchObject({
      state: 'paused',
      reason: 'paused-by-relative',
      may: expect.arrayContaining(['resume']),
    });
    expect(await showsNot()).toBe('CODE_SHOWING_PAUSED');
    expect(grantOf(await son.ask('binding', { path }), 'show-code')?.may).not.toContain('resume');
    expect((await son.refused('resumeGrant', { path, body: ofCode })).code).toBe('BINDING_PAUSED_BY_OTHER');
    await mother.ask('resumeGrant', { path, body: ofCode });
    await shows();
  });

  it('is closed alone, and opened again with the other side asked again', async () => {
    const closed = await son.ask('closeGrant', { path, body: ofCode });
    expect(closed).toMatchObject({ state: 'active', mayOpen: ['show-code'] });
    expect(grantOf(closed, 'share-funds')?.state).toBe('active');
    expect(await showsNot()).toBe('CODE_NOT_ALLOWED');
    const opened = await son.ask('openGrant', { path, body: { ...SIGNED, showCode, shareFunds: null, sharedLimitFen: null } });
    expect(opened).toMatchObject({ bindingId: path.bindingId, invitationToken: expect.any(String) });
    expect(await showsNot()).toBe('CODE_NOT_ALLOWED');
    await accept(mother, path.bindingId);
    await shows();
  });

  it('is asked about before it is opened, by the checks that decide, and by its owner only', async () => {
    await son.ask('closeGrant', { path, body: ofCode });
    const before = await countRows(edge.pool);
    const wish = { showCode, shareFunds: null, sharedLimitFen: null };
    const fine = await son.ask('checkGrant', { path, body: wish });
    expect(fine.explanations.map(({ about, usable }) => [about, usable])).toEqual([
      ['bind', true],
      ['show-code', true],
    ]);
    const again = await son.ask('checkGrant', { path, body: { ...wish, showCode: null, shareFunds } });
    const { code } = await son.refused('openGrant', { path, body: { ...SIGNED, showCode: null, shareFunds, sharedLimitFen: null } });
    expect(again.explanations.flatMap(({ checks }) => checks.map((check) => check.code))).toContain(code);
    expect((await mother.refused('checkGrant', { path, body: wish })).code).toBe('BINDING_STATE_CONFLICT');
    expect(await countRows(edge.pool)).toEqual(before);
  });

  it('has other terms once the owner changes them, for both to see', async () => {
    const body = { showCode: null, shareFunds: { ...SHARE_EVERYTHING, uses: ['care'] as FundUse[], capPerPaymentFen: fen(5_000) } };
    await son.ask('changeTerms', { path, body });
    for (const who of [son, mother])
      expect(grantOf(await who.ask('binding', { path }), 'share-funds')).toMatchObject({ uses: ['care'], capPerPaymentFen: 5_000 });
    expect((await son.refused('quotePremium', { body: { personId: mother.personId, year: 2027 } })).code).toBe('PREMIUM_GRANT_NOT_USABLE');
    const { coveredFen } = await son.ask('previewDeduction', { body: { personId: mother.personId, amountFen: fen(8_000), use: 'care' } });
    expect(coveredFen).toBeLessThanOrEqual(5_000);
  });

  it('is previewed with what then happens', async () => {
    const preview = await son.ask('unbindPreview', { path, query: { kind: 'show-code' } });
    expect(preview).toMatchObject({ allowed: true, refusedCode: null });
    expect(preview.effects.join()).toContain('您的个人账户仍可以付TA的费用');
    const whole = await mother.ask('unbindPreview', { path });
    expect(whole.effects.join()).toContain('TA的个人账户不再支付您的费用');
    expect((await mother.ask('unbind', { path })).state).toBe('ended');
  });

  it('is explained to both, each in their words, without amounts of the other', async () => {
    const [mine, hers] = [await son.ask('explainBinding', { path }), await mother.ask('explainBinding', { path })];
    expect(mine.explanations.map(({ about }) => about)).toEqual(['show-code', 'care', 'drug', 'device', 'premium', 'ltc-premium']);
    expect(mine.explanations.find(({ about }) => about === 'care')).toMatchObject({ usable: true });
    expect(mine.explanations.find(({ about }) => about === 'ltc-premium')).toMatchObject({ usable: false });
    // A rule's own amounts are everybody's.
    expect(JSON.stringify(hers, (name, value: unknown) => (name === 'rule' ? null : value))).not.toMatch(/¥|8,?000/);
  });

  it('keeps the hospital, the amount and the drug out of the words about its end', async () => {
    await son.ask('unbind', { path });
    for (const who of [son, mother]) {
      const [latest] = (await who.ask('messages')).messages;
      expect(`${latest?.title} ${latest?.text}`).not.toMatch(/医院|药|¥|元/);
    }
  });
});

describe('a sponsor with an open payment', () => {
  it('closes the code alone, but not the funds', async () => {
    const edge = await openEdge();
    const { son, bindingId, paymentId } = await doMainJob(edge);
    const path = { bindingId };
    expect((await son.refused('closeGrant', { path, body: { kind: 'share-funds' } })).code).toBe('BINDING_HAS_OPEN_PAYMENT');
    expect(await son.ask('unbindPreview', { path, query: { kind: 'share-funds' } })).toMatchObject({
      allowed: false,
      openPayments: [{ paymentId, voidable: true }],
    });
    expect((await son.ask('closeGrant', { path, body: { kind: 'show-code' } })).state).toBe('active');
    await edge.close();
  });
});

describe('asking before binding', () => {
  let edge: Edge;
  let son: Caller;
  beforeEach(async () => {
    edge = await openEdge();
    son = await logIn(edge, 'chen-jianguo');
  });
  afterEach(() => edge.close());
  const question = { relative, relation, showCode, shareFunds, sharedLimitFen };

  it('tells every check and writes nothing', async () => {
    const before = await countRows(edge.pool);
    const { explanations } = await son.ask('checkBinding', { body: question });
    expect(explanations.map(({ about, usable }) => [about, usable])).toEqual([
      ['bind', true],
      ['show-code', true],
      ['share-funds', true],
    ]);
    const inLaw = await son.ask('checkBinding', { body: { ...question, relation: 'parent-in-law' } });
    expect(inLaw.explanations[0]).toMatchObject({ about: 'bind', usable: false });
    expect(inLaw.explanations[0]?.checks).toContainEqual(expect.objectContaining({ result: 'no', code: 'BINDING_RELATION_NOT_ALLOWED' }));
    expect(await countRows(edge.pool)).toEqual(before);
  });

  it.each([
    ['another name', { name: '陈桂花' }],
    ['another number', { certificateNumber: '441402195805060024' }],
    ['another place', { regionCode: '440300' }],
    ['an impossible number', { certificateNumber: '441402195805060021' }],
    ['no name', { name: '<b>' }],
  ])('tells no more of a person than a proposal does: %s', async (_, change) => {
    const body = { ...question, relative: { ...relative, ...change } };
    const [asked, proposed] = [
      await son.refused('checkBinding', { body }),
      await son.refused('proposeBinding', { body: { ...body, ...SIGNED } }),
    ];
    expect({ ...asked, requestId: '' }).toEqual({ ...proposed, requestId: '' });
    expect(asked.code).toMatch(/^(IDENTITY_NOT_CONFIRMED|CERTIFICATE_INVALID|NAME_INVALID)$/);
  });

  it('shares the limit of tries with proposing', async () => {
    const limited = await openEdge({ limits: { identityCheckPerPerson: { times: 2, seconds: 60 } } });
    const owner = await logIn(limited, 'chen-jianguo');
    await owner.ask('checkBinding', { body: question });
    await owner.ask('checkBinding', { body: question });
    expect((await owner.refused('proposeBinding', { body: { ...question, ...SIGNED } })).code).toBe('RATE_LIMITED');
    await limited.close();
  });
});

describe('what is set for all relatives, or by the one who is paid for', () => {
  let edge: Edge;
  beforeEach(async () => {
    edge = await openEdge();
  });
  afterEach(() => edge.close());

  it('the limit shared by all relatives is set, read and kept', async () => {
    const son = await logIn(edge, 'chen-jianguo');
    await bindMother(son, await logIn(edge, 'chen-guilan'));
    expect(await son.ask('sharedLimit')).toMatchObject({ kind: 'limit', limitFen: null, leftFen: null, required: false });
    const set = await son.ask('setSharedLimit', { body: { limitFen: fen(50_000) } });
    expect(set).toMatchObject({ limitFen: 50_000, spentFen: 0, leftFen: 50_000 });
    expect(await son.ask('sharedLimit')).toEqual(set);
  });

  it('the order of sponsors is set where the region lets the person set it', async () => {
    const [daughter, father] = [await logIn(edge, 'liu-min'), await logIn(edge, 'liu-zhiqiang')];
    const { bindingId } = await daughter.ask('proposeBinding', { body: bindingRequest('liu-zhiqiang', 'parent') });
    await accept(father, bindingId);
    const before = await father.ask('deductionOrder');
    expect(before).toMatchObject({ mine: true, sponsors: [{ bindingId, sponsor: { maskedName: expect.stringContaining('*') } }] });
    expect(before.rule?.sourceTitle).toEqual(expect.any(String));
    expect((await father.ask('setDeductionOrder', { body: { bindingIds: [bindingId] } })).sponsors.map((each) => each.bindingId)).toEqual([
      bindingId,
    ]);
  });

  it('a stranger learns nothing from an order that names bindings of others', async () => {
    const [daughter, father, stranger] = [await logIn(edge, 'liu-min'), await logIn(edge, 'liu-zhiqiang'), await logIn(edge, 'zhou-an')];
    const { bindingId } = await daughter.ask('proposeBinding', { body: bindingRequest('liu-zhiqiang', 'parent') });
    await accept(father, bindingId);
    for (const who of [stranger, daughter]) {
      const [named, nobodys] = [
        await who.refused('setDeductionOrder', { body: { bindingIds: [bindingId] } }),
        await who.refused('setDeductionOrder', { body: { bindingIds: [randomUUID()] } }),
      ];
      expect({ ...named, requestId: '' }).toEqual({ ...nobodys, requestId: '' });
    }
  });

  it('a code ends on the day that was set', async () => {
    const [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    const path = { bindingId: (await bindMother(son, mother, { showCode: { endsOn: plainDate('2026-11-24') } })).bindingId };
    await edge.moveClockTo(new Date('2026-11-24T15:00:00Z'));
    await son.ask('showCode', { body: { personId: mother.personId, deviceId: DEVICE } });
    await edge.moveClockTo(new Date('2026-11-24T16:00:01Z'));
    expect(grantOf(await son.ask('binding', { path }), 'show-code')).toMatchObject({ state: 'ended', reason: 'ran-out' });
  });
});
