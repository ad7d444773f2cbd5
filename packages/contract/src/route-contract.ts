import type { z } from 'zod';

export interface RouteContract {
  /** No PATCH: wx.request does not send it. */
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly summary: string;
  /** Writes carry an Idempotency-Key header; reads do not. */
  readonly write: boolean;
  readonly open?: true;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** The media type of an answer that is a file; `answer` is then its bytes. */
  readonly produces?: 'image/png' | 'application/pdf' | 'text/csv' | 'text/html' | 'application/json';
}
