import { AppError } from '@gongji/domain';
import type { EdgeContext } from './edge-context';
import { invalidRequest } from './refused';

export const IDEMPOTENCY_KEY = /^[A-Za-z0-9_-]{8,64}$/;

/** Every write names itself, so that the same tap twice is one effect. */
export function idempotencyKey(ctx: EdgeContext): string {
  const rawKey = ctx.get('Idempotency-Key');
  if (rawKey === '') throw new AppError('IDEMPOTENCY_KEY_MISSING');
  if (!IDEMPOTENCY_KEY.test(rawKey)) throw invalidRequest('Idempotency-Key', '必须是 8–64 个字母、数字、_ 或 -');
  return rawKey;
}
