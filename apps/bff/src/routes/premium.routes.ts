import { applyPremium, one, quotePremium, readLevy, readPayment, readPayments, voidPremium } from '@gongji/core';
import type { AppDeps } from '../deps';
import type { Routes } from './route-table';

type PremiumRoutes = Routes<'levy' | 'quotePremium' | 'applyPremium' | 'premiumPayments' | 'premiumPayment' | 'voidPremium'>;

export const premiumRoutes = ({ core }: AppDeps): PremiumRoutes => ({
  levy: ({ session, query }) => readLevy(core, { actorId: session.personId, ...query }),
  quotePremium: ({ session, key, body }) => one(quotePremium)(core, { key, actorId: session.personId, ...body }),
  applyPremium: ({ session, key, body }) => one(applyPremium)(core, { key, actorId: session.personId, ...body }),
  premiumPayments: ({ session, query }) => readPayments(core, { personId: session.personId, ...query }),
  premiumPayment: ({ session, params }) => readPayment(core, { personId: session.personId, ...params }),
  voidPremium: ({ session, key, params }) => one(voidPremium)(core, { key, actorId: session.personId, ...params }),
});
