import type { RouteName } from '@gongji/contract';
import { fen, plainDate, PRIVACY_TEXT } from '@gongji/domain';
import type { Ask } from '../support/edge-client';
import { bindingRequest, SHARE_EVERYTHING } from '../support/family';
import { DEVICE, type MainJob } from '../support/main-job';

/** One request for each route that the son of the main job may send, so that tests can change one thing about it. */
export function goodAsks(job: MainJob): { readonly [N in RouteName]: Ask<N> } {
  const { bindingId, codeId, paymentId, quoteId } = job;
  const motherId = job.mother.personId;
  const onBinding = { path: { bindingId } };
  const filter = { year: 2026, month: 11, kind: 'premium-hold', pot: 'carriedOver', forPerson: motherId };
  const proposal = bindingRequest('chen-xiaoyu', 'child', { guardianStatement: true });
  const { relative, relation, showCode, shareFunds, sharedLimitFen, ...consent } = proposal;
  return {
    logIn: { body: { code: 'demo-chen-jianguo', consentVersion: PRIVACY_TEXT.version } },
    logOut: {},
    me: {},
    account: {},
    accountEntries: { query: { limit: 5, ...filter } },
    accountEntriesFile: { query: filter },
    accountSums: { query: filter },
    accountTrend: { query: { months: 12 } },
    previewDeduction: { body: { personId: motherId, amountFen: fen(8_000), use: 'care' } },
    regions: {},
    policy: { path: { region: '440300' }, query: { on: '2026-11-23' } },
    consent: {},
    bindings: {},
    checkBinding: { body: { relative, relation, showCode, shareFunds, sharedLimitFen } },
    proposeBinding: { body: proposal },
    binding: onBinding,
    acceptBinding: { ...onBinding, body: { faceCheckId: null } },
    declineBinding: { ...onBinding, body: {} },
    withdrawInvitation: onBinding,
    openInvitation: { body: { token: 'T'.repeat(43) } },
    startFaceCheck: { body: {} },
    explainBinding: onBinding,
    unbindPreview: { ...onBinding, query: { kind: 'show-code' } },
    unbind: onBinding,
    checkGrant: { ...onBinding, body: { showCode, shareFunds, sharedLimitFen } },
    openGrant: { ...onBinding, body: { showCode, shareFunds, sharedLimitFen, ...consent } },
    closeGrant: { ...onBinding, body: { kind: 'show-code' } },
    pauseGrant: { ...onBinding, body: { kind: 'show-code' } },
    resumeGrant: { ...onBinding, body: { kind: 'show-code' } },
    changeTerms: { ...onBinding, body: { showCode: { endsOn: plainDate('2027-06-30') }, shareFunds: SHARE_EVERYTHING } },
    deductionOrder: {},
    setDeductionOrder: { body: { bindingIds: [bindingId] } },
    sharedLimit: {},
    setSharedLimit: { body: { limitFen: fen(500_000) } },
    showCode: { body: { personId: motherId, deviceId: DEVICE } },
    codeEvents: { path: { codeId } },
    giveOfflineKey: { body: { personId: job.son.personId, deviceId: DEVICE, deviceName: '我的手机' } },
    devices: {},
    removeDevice: { path: { deviceId: DEVICE } },
    codeLog: { query: { limit: 5 } },
    levy: { query: { personId: motherId, year: 2027 } },
    quotePremium: { body: { personId: motherId, year: 2027 } },
    quotePremiums: { body: { personIds: [motherId], year: 2027 } },
    applyPremium: { body: { quoteId } },
    applyPremiums: { body: { quoteIds: [quoteId] } },
    premiumPayments: { query: { year: 2027 } },
    premiumPayment: { path: { paymentId } },
    voidPremium: { path: { paymentId } },
    previewRefund: { path: { paymentId } },
    refundPremium: { path: { paymentId }, body: { reason: 'duplicate' } },
    receipt: { path: { paymentId } },
    receiptPicture: { path: { paymentId } },
    receiptDocument: { path: { paymentId } },
    verifyReceipt: { body: { number: `GJ20261123${'0'.repeat(12)}`, hash: '0'.repeat(64) } },
    privacyText: {},
    privacyConsent: {},
    withdrawConsent: { body: {} },
    sessions: {},
    endSession: { path: { sessionId: '00000000-0000-4000-8000-000000000000' } },
    endSessions: { body: { which: 'others' } },
    accessLog: { query: { limit: 5 } },
    messages: { query: { kind: 'binding' } },
    unreadMessages: {},
    markMessagesRead: { body: { upTo: paymentId } },
    familyCalendar: {},
    setReminders: { body: { isOn: false } },
    complaints: {},
    writeComplaint: {
      body: {
        kind: 'debit',
        text: '这笔扣款不是我本人的。',
        about: { kind: 'payment', id: paymentId },
        reference: null,
        errorCode: null,
        phone: null,
      },
    },
    complaint: { path: { complaintId: paymentId } },
    counterHelp: { path: { region: '441400' } },
    counterForm: { path: { region: '441400' }, query: { purpose: 'bind' } },
    ownCounterForm: { query: { purpose: 'unbind', number: 'masked' } },
    closeComplaint: { path: { complaintId: paymentId }, body: {} },
  };
}
