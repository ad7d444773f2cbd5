import { bodyParser } from '@koa/bodyparser';
import { AppError } from '@gongji/domain';
import type { Middleware } from './edge-context';
import { invalidRequest } from './refused';

const MOST_BYTES = '64kb';
const DEEPEST = 12;

const read = bodyParser({
  enableTypes: ['json'],
  parsedMethods: ['POST', 'PUT', 'DELETE'],
  extendTypes: { json: ['application/json'] },
  jsonLimit: MOST_BYTES,
  onError: (error) => {
    throw 'status' in error && error.status === 413 ? new AppError('REQUEST_TOO_LARGE') : invalidRequest('body', '不是有效的 JSON');
  },
});

/** JSON objects only, up to 64 kB and twelve levels. A `__proto__` key is refused by the parser, as is anything after the first value. */
export const jsonBody: Middleware = async (ctx, next) => {
  const sent = ctx.request.length === undefined ? ctx.get('Transfer-Encoding') !== '' : ctx.request.length > 0;
  if (sent && ctx.request.is('application/json') === false) throw invalidRequest('Content-Type', '要以 application/json 提交');
  await read(ctx, async () => {
    const { body } = ctx.request;
    if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body)))
      throw invalidRequest('body', '应为一组内容');
    requireReadable(body);
    await next();
  });
};

/** Nothing a person types is nested so far, and no database text holds the character 0. Throws REQUEST_INVALID. */
export function requireReadable(value: unknown, levels = DEEPEST): void {
  if (typeof value === 'string' && value.includes('\u0000')) throw invalidRequest('body', '有不能识别的字符');
  if (typeof value !== 'object' || value === null) return;
  if (levels === 0) throw invalidRequest('body', '层次太多');
  for (const inner of Object.values(value)) requireReadable(inner, levels - 1);
}
