import type { RouteName } from '@gongji/contract';

type Method = 'GET' | 'POST' | 'DELETE';

/** The contract's table without its schemas, which would bring the whole of zod to the phone. A test compares the two. */
export const ROUTES: Readonly<Record<RouteName, readonly [method: Method, path: string, kind: 'read' | 'write']>> = {
  logIn: ['POST', '/session', 'read'],
  logOut: ['DELETE', '/session', 'read'],
  me: ['GET', '/me', 'read'],
  account: ['GET', '/account', 'read'],
  accountEntries: ['GET', '/account/entries', 'read'],
  previewDeduction: ['POST', '/deductions/preview', 'read'],
  regions: ['GET', '/policies', 'read'],
  policy: ['GET', '/policies/:region', 'read'],
  consent: ['GET', '/consent', 'read'],
  bindings: ['GET', '/bindings', 'read'],
  proposeBinding: ['POST', '/bindings', 'write'],
  binding: ['GET', '/bindings/:bindingId', 'read'],
  acceptBinding: ['POST', '/bindings/:bindingId/accept', 'write'],
  declineBinding: ['POST', '/bindings/:bindingId/decline', 'write'],
  unbindPreview: ['GET', '/bindings/:bindingId/unbind-preview', 'read'],
  unbind: ['DELETE', '/bindings/:bindingId', 'write'],
  showCode: ['POST', '/insurance-codes', 'write'],
  codeEvents: ['GET', '/insurance-codes/:codeId/events', 'read'],
  codeLog: ['GET', '/insurance-codes/log', 'read'],
  levy: ['GET', '/levies', 'read'],
  quotePremium: ['POST', '/premium-payments/quote', 'write'],
  applyPremium: ['POST', '/premium-payments', 'write'],
  premiumPayments: ['GET', '/premium-payments', 'read'],
  premiumPayment: ['GET', '/premium-payments/:paymentId', 'read'],
  voidPremium: ['DELETE', '/premium-payments/:paymentId', 'write'],
  messages: ['GET', '/messages', 'read'],
};
