import { AppError, type ErrorCode, type Facts } from '@gongji/domain';

/** One field of the request that the edge could not read. `path` is dotted: `relative.name`. */
export interface FieldFault {
  readonly path: string;
  readonly text: string;
}

/** A request that the edge could not read, with the fields that are meant. */
export class RequestRefused extends AppError {
  readonly fields: readonly FieldFault[];

  constructor(code: ErrorCode, facts: Facts, fields: readonly FieldFault[] = []) {
    super(code, facts);
    this.fields = fields;
  }
}

export const invalidRequest = (path: string, text: string): RequestRefused =>
  new RequestRefused('REQUEST_INVALID', { field: `${path} ${text}` }, [{ path, text }]);
