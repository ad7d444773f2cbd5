import { AppError, ERRORS, type ErrorCode, type ErrorKind, errorNextStep, errorText, type Facts } from '@gongji/domain';
import type { Context, Middleware } from 'koa';
import type { z } from 'zod';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
  bug: 500,
};

export const errorBody = (code: ErrorCode, facts: Facts = {}) => ({
  code,
  kind: ERRORS[code].kind,
  text: errorText(code, facts),
  nextStep: errorNextStep(code, facts),
});

/** Whatever is thrown leaves as a code with a text; only what nobody foresaw is logged (by Koa), without the request. */
export const explainErrors: Middleware = async (ctx, next) => {
  try {
    await next();
    if (ctx.status === 404 && ctx.body === undefined && ctx.respond !== false) refuse(ctx, 'ROUTE_UNKNOWN');
  } catch (error) {
    const { code, facts } = reasonOf(error);
    if (code === 'UNEXPECTED') ctx.app.emit('error', error, ctx);
    refuse(ctx, code, facts);
  }
};

function refuse(ctx: Context, code: ErrorCode, facts: Facts = {}): void {
  ctx.status = STATUS[ERRORS[code].kind];
  ctx.body = errorBody(code, facts);
}

function reasonOf(error: unknown): { code: ErrorCode; facts?: Facts } {
  if (error instanceof AppError) return { code: error.code, facts: error.facts };
  const status = (error as { status?: unknown } | null)?.status;
  if (status === 413) return { code: 'REQUEST_TOO_LARGE' };
  if (status === 400 || status === 415) return { code: 'REQUEST_INVALID', facts: { field: '请求体不是 JSON' } };
  return { code: 'UNEXPECTED' };
}

/** The parsed value, or REQUEST_INVALID naming the first wrong field. */
export function parse<S extends z.ZodType>(schema: S, rawInput: unknown): z.output<S> {
  const parsed = schema.safeParse(rawInput);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues[0];
  throw new AppError('REQUEST_INVALID', { field: [wrong?.path.join('.'), wrong?.message].filter(Boolean).join(' ') });
}

export const body = <S extends z.ZodType>(schema: S, ctx: Context): z.output<S> => parse(schema, ctx.request.body);
