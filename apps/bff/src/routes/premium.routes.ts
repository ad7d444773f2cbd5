import {
  applyPremium,
  applyPremiums,
  one,
  previewRefund,
  quotePremium,
  quotePremiums,
  readLevy,
  readPayment,
  readPayments,
  refundPremium,
  voidPremium,
} from '@gongji/core';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

type PremiumRoutes = Routes<
  | 'levy'
  | 'quotePremium'
  | 'quotePremiums'
  | 'applyPremium'
  | 'applyPremiums'
  | 'premiumPayments'
  | 'premiumPayment'
  | 'voidPremium'
  | 'previewRefund'
  | 'refundPremium'
>;

export const premiumRoutes = ({ core }: AppDeps): PremiumRoutes => ({
  levy: ({ session, query }) => readLevy(core, { actorId: session.personId, ...query }),
  quotePremium: ({ session, key, body }) => one(quotePremium)(core, { key, actorId: session.personId, ...body }),
  quotePremiums: ({ session, key, body }) => one(quotePremiums)(core, { key, actorId: session.personId, ...body }),
  applyPremium: ({ session, key, body }) => one(applyPremium)(core, { key, actorId: session.personId, ...body }),
  applyPremiums: ({ session, key, body }) => one(applyPremiums)(core, { key, actorId: session.personId, ...body }),
  premiumPayments: ({ session, query }) => readPayments(core, { personId: session.personId, ...query }),
  premiumPayment: ({ session, params }) => readPayment(core, { personId: session.personId, ...params }),
  voidPremium: ({ session, key, params }) => one(voidPremium)(core, { key, actorId: session.personId, ...params }),
  previewRefund: ({ session, params }) => previewRefund(core, { actorId: session.personId, ...params }),
  refundPremium: ({ session, key, params, body }) => one(refundPremium)(core, { key, actorId: session.personId, ...params, ...body }),
});
