import * as privacy from './privacy';
import type { RouteContract } from './route-contract';
import * as session from './session';
import { exportBytes, noBody } from './wire';

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
  privacyText: {
    method: 'get',
    path: '/privacy/text',
    summary: '个人信息怎么用',
    write: false,
    open: true,
    answer: privacy.privacyText,
  },
  privacyConsent: { method: 'get', path: '/privacy/consent', summary: '我同意过什么', write: false, answer: privacy.privacyConsent },
  exportFile: {
    method: 'get',
    path: '/privacy/export.json',
    summary: '导出我的全部信息，给程序读',
    write: false,
    answer: exportBytes,
    produces: 'application/json',
  },
  exportPage: {
    method: 'get',
    path: '/privacy/export.html',
    summary: '导出我的全部信息，给人看',
    write: false,
    answer: exportBytes,
    produces: 'text/html',
  },
  withdrawConsent: {
    method: 'post',
    path: '/privacy/consent/withdraw',
    summary: '撤回同意，并退出所有登录',
    write: true,
    body: noBody,
    answer: noBody,
  },
  accountDeletion: {
    method: 'get',
    path: '/privacy/account-deletion',
    summary: '注销前预览',
    write: false,
    answer: privacy.accountDeletion,
  },
  deleteAccount: {
    method: 'post',
    path: '/privacy/account-deletion',
    summary: '注销账户',
    write: true,
    body: privacy.deleteAccountRequest,
    answer: noBody,
  },
  sessions: { method: 'get', path: '/sessions', summary: '我在哪些手机上登录着', write: false, answer: session.sessionList },
  // Ending a session that has ended changes nothing, so these carry no key, like the log-out.
  endSession: {
    method: 'delete',
    path: '/sessions/:sessionId',
    summary: '退出一台手机的登录',
    write: false,
    answer: session.sessionList,
  },
  endSessions: {
    method: 'post',
    path: '/sessions/end',
    summary: '退出所有手机或其他手机的登录',
    write: false,
    body: session.endSessionsRequest,
    answer: noBody,
  },
} as const satisfies Readonly<Record<string, RouteContract>>;
