import type { ErrorCode } from '@gongji/domain';
import type { Middleware as KoaMiddleware, ParameterizedContext } from 'koa';

export interface Session {
  readonly sessionId: string;
  readonly personId: string;
  /** null: a phone that does not say what it is. */
  readonly device: { readonly deviceId: string; readonly name: string } | null;
  readonly openedAt: string;
  /** Of the privacy text that held when it was opened. */
  readonly consentVersion: string;
}

/** What the middlewares of one request tell each other, and all that the access log may say about it. */
export interface EdgeState {
  requestId: string;
  refusedCode?: ErrorCode;
  session?: Session;
  /** Where the caller's program wants the answer in an envelope: puts it there. */
  wrapAnswer?: (answer: object) => object;
}

export type EdgeContext = ParameterizedContext<EdgeState>;
export type Middleware = KoaMiddleware<EdgeState>;
