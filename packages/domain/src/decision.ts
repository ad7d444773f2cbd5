import type { ErrorCode, Facts } from './errors';

/** What a rule answers: what is to be written, or the catalogue code that says why not. `C` lists the codes that can come. */
export type Decision<T, C extends ErrorCode = ErrorCode> = Decided<T> | Refused<C>;

export interface Decided<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<C extends ErrorCode = ErrorCode> {
  readonly ok: false;
  readonly code: C;
  /** Fills the `{…}` places of the catalogue's text. Never a person's data: only limits, dates, amounts and names of places. */
  readonly facts?: Facts;
}

export const decided = <T>(value: T): Decided<T> => ({ ok: true, value });
export const refused = <C extends ErrorCode>(code: C, facts?: Facts): Refused<C> =>
  facts === undefined ? { ok: false, code } : { ok: false, code, facts };
