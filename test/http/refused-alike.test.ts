import { randomBytes, randomUUID } from 'node:crypto';
import type { RouteName } from '@gongji/contract';
import { type Edge, openEdge } from '../support/edge';
import { type AnyAsk, callRoute, type Caller, logIn, type Reply } from '../support/edge-client';
import { bindingRequest } from '../support/family';
import { HOSPITAL, nextMsgid, sendFsi } from '../support/institution';
import { cost, DEVICE, doMainJob, type MainJob, scan } from '../support/main-job';
import { type Steps, watchSteps } from '../support/steps-taken';
import { goodAsks } from './good-asks';

// Whether somebody else's thing is there must not be told by how a refusal is made either: the same statements in the same order, the same calls.

type Pair = readonly [theirs: AnyAsk, nobodys: AnyAsk];

/** Routes whose good request names a thing of the main job by a UUID; the rest is named below. */
const BY_ID: readonly RouteName[] = [
  'previewDeduction',
  'binding',
  'acceptBinding',
  'declineBinding',
  'withdrawInvitation',
  'unbindPreview',
  'explainBinding',
  'checkGrant',
  'openGrant',
  'closeGrant',
  'pauseGrant',
  'resumeGrant',
  'changeTerms',
  'unbind',
  'setDeductionOrder',
  'showCode',
  'codeEvents',
  'settlement',
  'giveOfflineKey',
  'levy',
  'applyPremium',
  'quotePremium',
  'quotePremiums',
  'applyPremiums',
  'premiumPayment',
  'voidPremium',
  'previewRefund',
  'refundPremium',
  'receipt',
  'receiptPicture',
  'receiptDocument',
];

interface Others {
  readonly complaintId: string;
  readonly invitationToken: string;
  readonly offlineKeyId: string;
  readonly messageId: string;
  readonly sessionId: string;
  readonly faceCheckId: string;
}

/** Everything else of others that a request can name, beside one that never was. */
const NAMED: Readonly<Record<string, readonly [RouteName, (others: Others, job: MainJob) => Pair]>> = {
  'a complaint': ['complaint', ({ complaintId }) => [complaintAt(complaintId), complaintAt(randomUUID())]],
  'a complaint to close': ['closeComplaint', ({ complaintId }) => [complaintAt(complaintId), complaintAt(randomUUID())]],
  'a payment to complain about': ['writeComplaint', (_others, { paymentId }) => complaints('payment', paymentId)],
  'a settlement to complain about': ['writeComplaint', (_others, { settlementId }) => complaints('settlement', settlementId)],
  'a binding to complain about': ['writeComplaint', (_others, { bindingId }) => complaints('binding', bindingId)],
  'an invitation': ['openInvitation', ({ invitationToken }) => [opening(invitationToken), opening(randomBytes(32).toString('base64url'))]],
  'a phone': ['removeDevice', () => [phone(DEVICE), phone('device-9999')]],
  'a key on a phone': ['removeDevice', ({ offlineKeyId }) => [phone(offlineKeyId), phone(randomUUID())]],
  'a session': ['endSession', ({ sessionId }) => [session(sessionId), session(randomUUID())]],
  'a message': ['markMessagesRead', ({ messageId }) => [{ body: { upTo: messageId } }, { body: { upTo: randomUUID() } }]],
  'a display in the record': ['codeLog', (_others, { codeId }) => [{ query: { cursor: codeId } }, { query: { cursor: randomUUID() } }]],
  'a person in the entries': ['accountEntries', (_others, { mother }) => entriesFor(mother.personId)],
  'a person in the sums': ['accountSums', (_others, { mother }) => entriesFor(mother.personId)],
};

const complaintAt = (complaintId: string): AnyAsk => ({ path: { complaintId } });
const complaints = (kind: string, theirs: string): Pair => [complaintAbout(kind, theirs), complaintAbout(kind, randomUUID())];
const complaintAbout = (kind: string, id: string): AnyAsk => ({
  body: { kind: 'debit', text: '这笔扣款不是我本人的。', about: { kind, id }, reference: null, errorCode: null, phone: null },
});
const opening = (token: string): AnyAsk => ({ body: { token } });
const phone = (deviceId: string): AnyAsk => ({ path: { deviceId } });
const session = (sessionId: string): AnyAsk => ({ path: { sessionId } });
const entriesFor = (forPerson: string): Pair => [{ query: { forPerson } }, { query: { forPerson: randomUUID() } }];

describe('how a request about a thing of others is refused', () => {
  let edge: Edge;
  let job: MainJob;
  let others: Others;
  let steps: Steps;
  beforeAll(async () => {
    edge = await openEdge();
    job = await doMainJob(edge);
    others = await leaveMore(job);
    steps = watchSteps(edge);
  });
  afterAll(async () => {
    steps.stop();
    await edge.close();
  });

  /** The answer but for its own number, and what was done for it. */
  const observe = async (ask: () => Promise<Reply>) => {
    let reply: Reply | undefined;
    const done = await steps.of(async () => {
      reply = await ask();
    });
    return { status: reply?.status, body: withoutOwnNumber(reply?.body), done };
  };
  const both = async (name: RouteName, who: Caller, [theirs, nobodys]: Pair) => ({
    there: await observe(() => call(name, who, theirs)),
    never: await observe(() => call(name, who, nobodys)),
  });
  const call = (name: RouteName, who: Caller, ask: AnyAsk) => callRoute(edge, name, { ...ask, token: who.token });
  const withNobodysIds = (ask: AnyAsk): AnyAsk =>
    JSON.parse(JSON.stringify(ask).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, () => randomUUID())) as AnyAsk;

  it.each(BY_ID)('says nothing to a stranger by how it is made: %s', async (name) => {
    const ask: AnyAsk = goodAsks(job)[name];
    const { there, never } = await both(name, job.stranger, [ask, withNobodysIds(ask)]);
    expect(there).toEqual(never);
    expect(never.done).not.toEqual([]);
  });

  it.each(Object.entries(NAMED))('says nothing to a stranger by how it is made: %s', async (_title, [name, pairOf]) => {
    const { there, never } = await both(name, job.stranger, pairOf(others, job));
    expect(there).toEqual(never);
    expect(never.done).not.toEqual([]);
  });

  it.each(['premiumPayment', 'voidPremium', 'previewRefund', 'refundPremium', 'receipt'] as const)(
    'says nothing to the relative whom it was paid for: %s',
    async (name) => {
      const ask: AnyAsk = goodAsks(job)[name];
      const { there, never } = await both(name, job.mother, [ask, withNobodysIds(ask)]);
      expect(there).toEqual(never);
      expect(never.done).not.toEqual([]);
    },
  );

  it('asks the face check alike about one of others and one that never was', async () => {
    const accepting = (faceCheckId: string): AnyAsk => ({ path: { bindingId: job.bindingId }, body: { faceCheckId } });
    const { there, never } = await both('acceptBinding', job.stranger, [accepting(others.faceCheckId), accepting(randomUUID())]);
    expect(there).toEqual(never);
    expect(never.done).not.toEqual([]);
  });

  it("says nothing of another institution's settlement and message by how a void is made", async () => {
    const other = 'H44140000001';
    const voiding = (setl_id: string) => () => sendFsi(edge, { infno: '2208', institution: other, input: { setl_id } });
    expect(await observe(voiding(job.settlementId))).toEqual(await observe(voiding(randomUUID())));
    // A message of others has their number in front, and is not looked up.
    const reversing = (omsgid: string) => () => sendFsi(edge, { infno: '2601', institution: other, input: { omsgid, oinfno: '2207' } });
    expect(await observe(reversing(job.msgid))).toEqual(await observe(reversing(nextMsgid(HOSPITAL, edge.deps.core.now()))));
  });

  it("says nothing of another institution's token and patient by how it is refused", async () => {
    const other = 'H44140000001';
    const { payload } = await job.son.ask('showCode', { body: { personId: job.mother.personId, deviceId: DEVICE } });
    const ecToken = await scan(edge, payload);
    for (const [infno, inputOf] of [
      ['1101', (token: string) => ({ mdtrt_cert_type: '01', mdtrt_cert_no: token })],
      ['2206', (token: string) => cost(token)],
      ['2207', (token: string) => cost(token, { psn_cash_pay: '0.00' })],
    ] as const) {
      const asking = (token: string) => () => sendFsi(edge, { infno, institution: other, input: inputOf(token) });
      expect({ infno, ...(await observe(asking(ecToken))) }).toEqual({ infno, ...(await observe(asking('x'.repeat(48)))) });
    }
  });

  // Forty drawn digits are known to nobody but who read them from a screen: that there was such a code is no news to them, and how it is looked up says no more.
  it('answers a code that is over like one that never was', async () => {
    const { payload } = await job.son.ask('showCode', { body: { personId: job.mother.personId, deviceId: DEVICE } });
    await scan(edge, payload);
    const scanning = async (ecQrCode: string) => {
      const ask = { infno: '6101', institution: 'H44140000001', input: { businessType: '01301', ecQrCode } };
      return withoutOwnNumber((await sendFsi(edge, ask)).body);
    };
    expect(await scanning(payload)).toEqual(await scanning(never(payload)));
  });

  it('notes nobody as having looked at what a stranger was refused', async () => {
    edge.pretendNow(new Date('2026-11-24T02:00:00Z'));
    const looks = async () => (await edge.pool.query('select * from looks order by id')).rows;
    const before = await looks();
    await job.stranger.refused('premiumPayment', { path: { paymentId: job.paymentId } });
    expect(await looks()).toEqual(before);
  });
});

/** As long as the code, in the same letters, and nobody's. */
const never = (payload: string): string => payload.replace(/\d/g, () => String((randomBytes(1)[0] as number) % 10));

function withoutOwnNumber(body: unknown): unknown {
  const { requestId: _id, inf_refmsgid: _ref, ...rest } = body as Record<string, unknown>;
  return rest;
}

/** What the main job leaves out, each of somebody who is not the stranger. */
async function leaveMore({ son, mother, paymentId }: MainJob): Promise<Others> {
  const about = complaintAbout('payment', paymentId).body as never;
  const { complaintId } = await son.ask('writeComplaint', { body: about });
  const daughter = await logIn(son.edge, 'liu-min');
  const invited = await daughter.ask('proposeBinding', { body: bindingRequest('liu-zhiqiang', 'parent') });
  const { offlineKeyId } = await son.ask('giveOfflineKey', { body: { personId: son.personId, deviceId: DEVICE, deviceName: '我的手机' } });
  const { messages } = await son.ask('messages');
  const { sessions } = await son.ask('sessions');
  const { faceCheckId } = await mother.ask('startFaceCheck', { body: {} });
  return {
    complaintId,
    invitationToken: invited.invitationToken ?? '',
    offlineKeyId,
    messageId: messages[0]?.messageId ?? '',
    sessionId: sessions[0]?.sessionId ?? '',
    faceCheckId,
  };
}
