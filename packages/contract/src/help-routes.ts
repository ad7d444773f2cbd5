import * as complaint from './complaint';
import { noBody } from './binding';
import type { RouteContract } from './route-contract';

/** Being heard and being helped. */
export const HELP_ROUTES = {
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
} as const satisfies Readonly<Record<string, RouteContract>>;
