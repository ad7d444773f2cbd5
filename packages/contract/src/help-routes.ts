import * as calendar from './calendar';
import * as complaint from './complaint';
import * as help from './help';
import * as language from './language';
import * as message from './message';
import type { RouteContract } from './route-contract';
import { fileBytes, noBody } from './wire';

/** Being told, being heard, being helped and being understood. */
export const HELP_ROUTES = {
  subscriptions: { method: 'get', path: '/subscriptions', summary: '可以订阅的微信消息', write: false, answer: message.subscriptions },
  subscribe: {
    method: 'post',
    path: '/subscriptions',
    summary: '允许微信发送消息',
    write: true,
    body: message.subscribeRequest,
    answer: message.subscriptions,
  },
  familyCalendar: { method: 'get', path: '/family-calendar', summary: '家庭日历', write: false, answer: calendar.familyCalendar },
  setReminders: {
    method: 'put',
    path: '/family-calendar/reminders',
    summary: '打开或关闭到期提醒',
    write: true,
    body: calendar.remindersRequest,
    answer: calendar.familyCalendar,
  },
  messages: { method: 'get', path: '/messages', summary: '消息', write: false, query: message.messagesQuery, answer: message.messageList },
  unreadMessages: { method: 'get', path: '/messages/unread', summary: '有几条消息没看', write: false, answer: message.unreadMessages },
  markMessagesRead: {
    method: 'post',
    path: '/messages/read',
    summary: '消息已看',
    write: true,
    body: message.markReadRequest,
    answer: message.unreadMessages,
  },
  complaints: { method: 'get', path: '/complaints', summary: '我的投诉建议', write: false, answer: complaint.complaintList },
  writeComplaint: {
    method: 'post',
    path: '/complaints',
    summary: '写投诉建议',
    write: true,
    body: complaint.writeComplaintRequest,
    answer: complaint.complaintView,
  },
  complaint: { method: 'get', path: '/complaints/:complaintId', summary: '一条投诉建议', write: false, answer: complaint.complaintView },
  closeComplaint: {
    method: 'post',
    path: '/complaints/:complaintId/close',
    summary: '结束一条投诉建议',
    write: true,
    body: noBody,
    answer: complaint.complaintView,
  },
  englishTexts: {
    method: 'get',
    path: '/texts/english',
    summary: '界面文字的英文',
    write: false,
    open: true,
    query: language.englishTextsQuery,
    answer: language.englishTexts,
  },
  counterHelp: {
    method: 'get',
    path: '/help/:region',
    summary: '不用手机怎么办',
    write: false,
    open: true,
    answer: help.counterHelp,
  },
  counterForm: {
    method: 'get',
    path: '/help/:region/form.pdf',
    summary: '窗口用的空白申请表',
    write: false,
    open: true,
    query: help.counterFormQuery,
    answer: fileBytes,
    produces: 'application/pdf',
  },
  ownCounterForm: {
    method: 'get',
    path: '/own-form.pdf',
    summary: '填好本人信息的窗口申请表',
    write: false,
    query: help.ownCounterFormQuery,
    answer: fileBytes,
    produces: 'application/pdf',
  },
} as const satisfies Readonly<Record<string, RouteContract>>;
