// Every page, by where its files are: the tabs and the log-in open first; what lies behind a tab is a package of its own, which WeChat fetches while one
// looks at the tab.

export const TABS = ['insurance-code', 'relatives', 'premium', 'mine'] as const;
export type Tab = (typeof TABS)[number];

export const BEHIND = {
  family: {
    tab: 'relatives',
    pages: ['add-relative', 'relative', 'invitation', 'unbind', 'grant-terms', 'deduction-order', 'shared-limit'],
  },
  paying: { tab: 'premium', pages: ['premium-check', 'payment', 'payments', 'refund', 'receipt', 'verify-receipt'] },
  account: {
    tab: 'mine',
    pages: [
      'account-entries',
      'settlement',
      'account-trend',
      'deduction-preview',
      'messages',
      'policy',
      'code-log',
      'devices',
      'privacy',
      'access-log',
      'complaints',
      'complaint',
      'write-complaint',
      'help',
      'privacy-consent',
      'family-calendar',
      'privacy-export',
      'delete-account',
    ],
  },
  /** Of the demonstration only; fetched when somebody goes there. */
  demo: { tab: null, pages: ['components'] },
} as const;
export type Page = Tab | 'log-in' | (typeof BEHIND)[keyof typeof BEHIND]['pages'][number];
