import { z } from 'zod';

// Faults on request: the outside world misbehaves so many times in a named way, then is itself again.

export const PARTS = [
  'wechat',
  'wechat-send',
  'identity',
  'face-start',
  'face-query',
  'register',
  'register-credits',
  'tax-levy',
  'tax-apply',
  'tax-void',
  'tax-query',
  'tax-refund',
  'tax-refund-query',
  'tax-clear',
  'tax-file',
] as const;
export type Part = (typeof PARTS)[number];

/**
 * slow: answers after delayMs. refuse: says no and does nothing. silence: does nothing and says nothing. work-then-silence: does the
 * work and says nothing. lock: the tax office says that it is busy with this payment (tax-apply only).
 */
export const FAULT_MODES = ['slow', 'refuse', 'silence', 'work-then-silence', 'lock'] as const;

const fields = {
  part: z.enum(PARTS),
  mode: z.enum(FAULT_MODES),
  times: z.int().min(1).max(1000),
  delayMs: z.int().min(1).max(120_000),
};
export const faultRequest = z
  .strictObject({ ...fields, delayMs: fields.delayMs.default(3000) })
  .refine(({ part, mode }) => mode !== 'lock' || part === 'tax-apply', { path: ['mode'], message: '只有 tax-apply 可以 lock' });
export const fault = z.strictObject(fields);
export type Fault = z.infer<typeof fault>;
export const faultList = z.array(fault).max(100);

/** The first fault waiting for this part, counted down; the list loses it after its last time. */
export function takeFault(faults: Fault[], part: Part): Fault | undefined {
  const index = faults.findIndex((waiting) => waiting.part === part);
  const taken = faults[index];
  if (taken === undefined) return undefined;
  taken.times -= 1;
  if (taken.times === 0) faults.splice(index, 1);
  return taken;
}

const ADDRESSES: readonly { part: Part; method: string; path: RegExp }[] = [
  { part: 'wechat', method: 'GET', path: /^\/sns\/jscode2session$/ },
  { part: 'wechat-send', method: 'POST', path: /^\/cgi-bin\/message\/subscribe\/send$/ },
  { part: 'identity', method: 'POST', path: /^\/identity\/verify$/ },
  { part: 'face-start', method: 'POST', path: /^\/identity\/face-checks$/ },
  { part: 'face-query', method: 'POST', path: /^\/identity\/face-checks\/query$/ },
  { part: 'register', method: 'POST', path: /^\/register\/changes$/ },
  { part: 'register-credits', method: 'POST', path: /^\/register\/credits$/ },
  { part: 'tax-levy', method: 'POST', path: /^\/tax\/levies\/query$/ },
  { part: 'tax-apply', method: 'POST', path: /^\/tax\/applications$/ },
  { part: 'tax-void', method: 'POST', path: /^\/tax\/applications\/[^/]+\/void$/ },
  { part: 'tax-query', method: 'GET', path: /^\/tax\/applications\/[^/]+$/ },
  { part: 'tax-refund', method: 'POST', path: /^\/tax\/applications\/[^/]+\/refund$/ },
  { part: 'tax-refund-query', method: 'GET', path: /^\/tax\/refunds\/[^/]+$/ },
  { part: 'tax-clear', method: 'POST', path: /^\/tax\/clearing-files$/ },
  { part: 'tax-file', method: 'POST', path: /^\/tax\/daily-files$/ },
];
export const partOf = (method: string, path: string): Part | undefined =>
  ADDRESSES.find((address) => address.method === method && address.path.test(path))?.part;
