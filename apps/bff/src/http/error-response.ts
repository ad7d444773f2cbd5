import { types } from 'node:util';
import type { ErrorResponse } from '@gongji/contract';
import { AppError, errorNextStep, errorText, type ErrorKind, kindOf } from '@gongji/domain';
import type { Logger } from 'pino';
import type { EdgeContext, Middleware } from './edge-context';
import { invalidRequest, RequestRefused } from './refused';

/** The only place that knows statuses. */
export const STATUS_OF: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
  bug: 500,
};

const RETRY_AFTER_SECONDS = 5;

/** Turns whatever a route throws into the catalogue's words. What is not in the catalogue is a bug: logged by its stack, told as UNEXPECTED. */
export const explainErrors =
  (log: Logger): Middleware =>
  async (ctx, next) => {
    try {
      await next();
    } catch (thrown) {
      const error = refusalOf(thrown);
      logBug(log, ctx.state.requestId, { error, thrown });
      writeRefusal(ctx, error);
    }
  };

export function writeRefusal(ctx: EdgeContext, error: AppError): void {
  const kind = kindOf(error.code);
  ctx.state.refusedCode = error.code;
  ctx.status = STATUS_OF[kind];
  ctx.set('Cache-Control', 'no-store');
  if (kind === 'unavailable') ctx.set('Retry-After', String(error.facts['seconds'] ?? RETRY_AFTER_SECONDS));
  ctx.body = errorResponseOf(error, ctx.state.requestId);
  ctx.type = 'application/problem+json';
}

export function errorResponseOf(error: AppError, requestId: string): ErrorResponse {
  const kind = kindOf(error.code);
  const text = errorText(error.code, error.facts);
  return {
    code: error.code,
    kind,
    text,
    nextStep: errorNextStep(error.code, error.facts),
    requestId,
    ...(error instanceof RequestRefused && error.fields.length > 0 ? { fields: [...error.fields] } : {}),
    type: `urn:gongji:refusal:${error.code}`,
    title: text,
    status: STATUS_OF[kind],
  };
}

/** Koa and its static server refuse unreadable addresses and bodies with a status of their own: those are the caller's mistakes too. */
export function refusalOf(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const status = typeof thrown === 'object' && thrown !== null && 'status' in thrown ? thrown.status : undefined;
  if (typeof status === 'number' && status >= 400 && status < 500) return invalidRequest('request', '无法识别');
  return new AppError('UNEXPECTED');
}

export function logBug(log: Logger, requestId: string, { error, thrown }: { readonly error: AppError; readonly thrown: unknown }): void {
  if (kindOf(error.code) === 'bug') log.error({ requestId, ...describeBug(thrown) }, error.code);
}

/** Messages of drivers and parsers quote values, and values are personal data: only names, codes and stack frames are kept. */
export function describeBug(thrown: unknown): Readonly<Record<string, unknown>> {
  if (!types.isNativeError(thrown)) return { error: typeof thrown };
  const { code, constraint, table } = thrown as { code?: unknown; constraint?: unknown; table?: unknown };
  const frames = (thrown.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { error: thrown.name, code, constraint, table, frames: frames.slice(0, 12) };
}
