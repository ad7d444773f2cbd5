import { AppError, type ErrorCode, type Facts } from '@gongji/domain';
import { type FieldFault, faultSentence } from './field-words';

/** A request that the edge could not read, with the fields that are meant. */
export class RequestRefused extends AppError {
  readonly fields: readonly FieldFault[];

  constructor(code: ErrorCode, facts: Facts, fields: readonly FieldFault[] = []) {
    super(code, facts);
    this.fields = fields;
  }
}

export const invalidRequest = (path: string, text: string): RequestRefused =>
  new RequestRefused('REQUEST_INVALID', { field: faultSentence({ path, text }) }, [{ path, text }]);
