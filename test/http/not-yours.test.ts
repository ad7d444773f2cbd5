import { randomUUID } from 'node:crypto';
import type { RouteName } from '@gongji/contract';
import { countRows, type Edge, openEdge } from '../support/edge';
import type { AnyAsk, Caller } from '../support/edge-client';
import { doMainJob, type MainJob } from '../support/main-job';
import { goodAsks } from './good-asks';

/** Every route that names a thing by its id, with what somebody is told who may not know of it. */
const NOT_FOUND: Readonly<Partial<Record<RouteName, string>>> = {
  previewDeduction: 'BINDING_NOT_FOUND',
  binding: 'BINDING_NOT_FOUND',
  acceptBinding: 'BINDING_NOT_FOUND',
  declineBinding: 'BINDING_NOT_FOUND',
  unbindPreview: 'BINDING_NOT_FOUND',
  explainBinding: 'BINDING_NOT_FOUND',
  withdrawInvitation: 'BINDING_NOT_FOUND',
  openInvitation: 'INVITATION_INVALID',
  checkGrant: 'BINDING_NOT_FOUND',
  openGrant: 'BINDING_NOT_FOUND',
  closeGrant: 'BINDING_NOT_FOUND',
  pauseGrant: 'BINDING_NOT_FOUND',
  resumeGrant: 'BINDING_NOT_FOUND',
  changeTerms: 'BINDING_NOT_FOUND',
  unbind: 'BINDING_NOT_FOUND',
  showCode: 'CODE_NOT_ALLOWED',
  codeEvents: 'CODE_NOT_ALLOWED',
  settlement: 'SETTLEMENT_NOT_FOUND',
  giveOfflineKey: 'CODE_NOT_ALLOWED',
  removeDevice: 'DEVICE_NOT_FOUND',
  levy: 'PREMIUM_PERSON_NOT_BOUND',
  quotePremium: 'PREMIUM_PERSON_NOT_BOUND',
  quotePremiums: 'PREMIUM_PERSON_NOT_BOUND',
  applyPremium: 'PREMIUM_PAYMENT_NOT_FOUND',
  applyPremiums: 'PREMIUM_PAYMENT_NOT_FOUND',
  premiumPayment: 'PREMIUM_PAYMENT_NOT_FOUND',
  voidPremium: 'PREMIUM_PAYMENT_NOT_FOUND',
  previewRefund: 'PREMIUM_PAYMENT_NOT_FOUND',
  refundPremium: 'PREMIUM_PAYMENT_NOT_FOUND',
  receipt: 'PREMIUM_PAYMENT_NOT_FOUND',
  receiptPicture: 'PREMIUM_PAYMENT_NOT_FOUND',
  receiptDocument: 'PREMIUM_PAYMENT_NOT_FOUND',
  writeComplaint: 'COMPLAINT_SUBJECT_NOT_FOUND',
  complaint: 'COMPLAINT_NOT_FOUND',
  closeComplaint: 'COMPLAINT_NOT_FOUND',
};
const named = Object.keys(NOT_FOUND) as RouteName[];

describe("somebody else's thing", () => {
  let edge: Edge;
  let job: MainJob;
  beforeAll(async () => {
    edge = await openEdge();
    job = await doMainJob(edge);
  });
  afterAll(() => edge.close());

  const askOf = (name: RouteName): AnyAsk => goodAsks(job)[name];
  /** The same request about a thing that does not exist. */
  const withNobodysIds = (ask: AnyAsk): AnyAsk =>
    JSON.parse(JSON.stringify(ask).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, () => randomUUID())) as AnyAsk;

  it.each(named)('%s answers a stranger as if it did not exist', async (name) => {
    const before = await countRows(edge.pool);
    const told = await job.stranger.refused(name, askOf(name));
    const toldOfNothing = await job.stranger.refused(name, withNobodysIds(askOf(name)));
    expect(told).toMatchObject({ code: NOT_FOUND[name], kind: 'not-found', status: 404 });
    expect({ ...told, requestId: '' }).toEqual({ ...toldOfNothing, requestId: '' });
    expect(await countRows(edge.pool)).toEqual(before);
  });

  it('lists nothing of others', async () => {
    const { stranger } = job;
    expect(await stranger.ask('bindings')).toEqual({ bindings: [] });
    expect(await stranger.ask('premiumPayments')).toEqual({ payments: [], paidForMe: [] });
    expect(await stranger.ask('devices')).toEqual({ devices: [] });
    expect(await stranger.ask('messages')).toEqual({ messages: [], nextCursor: null });
    expect(await stranger.ask('complaints')).toEqual({ complaints: [] });
    expect(await stranger.ask('codeLog')).toEqual({ displays: [], nextCursor: null });
    expect(await stranger.ask('codeLog', { query: { cursor: job.codeId } })).toEqual({ displays: [], nextCursor: null });
    const { entries } = await stranger.ask('accountEntries');
    for (const { kind } of entries) expect(kind).toBe('opening');
    // Whom others paid for is nobody's to ask for.
    const forPerson = job.mother.personId;
    expect(await stranger.ask('accountEntries', { query: { forPerson } })).toEqual({ entries: [], nextCursor: null });
    expect(await stranger.ask('accountSums', { query: { forPerson } })).toMatchObject({
      total: { count: 0 },
      years: [],
      choices: { people: [] },
    });
  });

  it("keeps the sponsor's balance and payments from the relative", async () => {
    const { mother } = job;
    expect((await mother.refused('account')).code).toBe('ACCOUNT_NOT_FOUND');
    const own = Object.keys(goodAsks(job)) as RouteName[];
    for (const name of own.filter((each) => ['premiumPayment', 'voidPremium', 'previewRefund', 'refundPremium'].includes(each)))
      expect((await mother.refused(name, askOf(name))).status).toBe(404);
  });

  it('is not given away by another Idempotency-Key of the same name', async () => {
    const key = randomUUID();
    const { son, stranger } = job;
    const shown = await son.ask('showCode', { key, body: { personId: son.personId, deviceId: 'device-0009' } });
    const others = await stranger.refused('showCode', { key, body: { personId: son.personId, deviceId: 'device-0009' } });
    expect(others.code).toBe('CODE_NOT_ALLOWED');
    expect((await son.ask('showCode', { key, body: { personId: son.personId, deviceId: 'device-0009' } })).codeId).toBe(shown.codeId);
  });

  it('does not appear in any answer to a stranger', async () => {
    const secrets = ['陈建国', '陈桂兰', job.bindingId, job.paymentId, job.codeId, job.settlementId];
    const reads: RouteName[] = [
      'me',
      'account',
      'accountEntries',
      'accountEntriesFile',
      'accountSums',
      'accountTrend',
      'bindings',
      'codeLog',
      'devices',
      'premiumPayments',
      'messages',
    ];
    for (const name of reads) {
      const text = JSON.stringify(await ownAnswer(job.stranger, name));
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
  });
});

const ownAnswer = (caller: Caller, name: RouteName): Promise<unknown> => caller.ask(name).catch((error: unknown) => String(error));
