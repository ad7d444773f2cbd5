import * as privacy from './privacy';
import type { RouteContract } from './route-contract';

/** What is kept about a person: who looked at it, and what the person may do about it. */
export const PRIVACY_ROUTES = {
  accessLog: {
    method: 'get',
    path: '/privacy/access-log',
    summary: '谁看过我的信息',
    write: false,
    query: privacy.accessLogQuery,
    answer: privacy.accessLog,
  },
} as const satisfies Readonly<Record<string, RouteContract>>;
