import type { RouteName } from '@gongji/contract';
import { fen } from '@gongji/domain';
import type { Ask } from '../support/edge-client';
import { bindingRequest } from '../support/family';
import { DEVICE, type MainJob } from '../support/main-job';

/** One request for each route that the son of the main job may send, so that tests can change one thing about it. */
export function goodAsks(job: MainJob): { readonly [N in RouteName]: Ask<N> } {
  const { bindingId, codeId, paymentId, quoteId } = job;
  const motherId = job.mother.personId;
  const onBinding = { path: { bindingId } };
  return {
    logIn: { body: { code: 'demo-chen-jianguo' } },
    logOut: {},
    me: {},
    account: {},
    accountEntries: { query: { limit: 5 } },
    previewDeduction: { body: { personId: motherId, amountFen: fen(8_000), use: 'care' } },
    regions: {},
    policy: { path: { region: '440300' }, query: { on: '2026-11-23' } },
    consent: {},
    bindings: {},
    proposeBinding: { body: bindingRequest('chen-xiaoyu', 'child', { guardianStatement: true }) },
    binding: onBinding,
    acceptBinding: { ...onBinding, body: {} },
    declineBinding: { ...onBinding, body: {} },
    unbindPreview: onBinding,
    unbind: onBinding,
    showCode: { body: { personId: motherId, deviceId: DEVICE } },
    codeEvents: { path: { codeId } },
    codeLog: {},
    levy: { query: { personId: motherId, year: 2027 } },
    quotePremium: { body: { personId: motherId, year: 2027 } },
    applyPremium: { body: { quoteId } },
    premiumPayments: { query: { year: 2027 } },
    premiumPayment: { path: { paymentId } },
    voidPremium: { path: { paymentId } },
    messages: {},
  };
}
