import { errorResponse } from '@gongji/contract';
import { AppError, ERRORS, type ErrorCode } from '@gongji/domain';
import { describeBug, errorResponseOf, refusalOf } from './error-response';

describe('the answer to a refusal', () => {
  it.each(Object.keys(ERRORS) as ErrorCode[])('%s fits the contract', (code) => {
    const answer = errorResponse.parse(errorResponseOf(new AppError(code), 'r1'));
    expect(answer).toMatchObject({ code, requestId: 'r1', kind: ERRORS[code].kind });
    expect(answer.status).toBeGreaterThanOrEqual(401);
  });

  it('calls what nobody foresaw UNEXPECTED and tells nothing of it', () => {
    const answer = errorResponseOf(refusalOf(new Error('duplicate key (certificate)=(440301199001010017)')), 'r2');
    expect(answer.code).toBe('UNEXPECTED');
    expect(JSON.stringify(answer)).not.toContain('4403');
  });

  it('logs a bug by its name, code and frames, never by its message', () => {
    const error = Object.assign(new TypeError('陈建国 440301199001010017'), {
      code: '23505',
      constraint: 'people__index',
      detail: '陈建国',
    });
    const line = JSON.stringify(describeBug(error));
    expect(line).toContain('people__index');
    expect(line).toContain('error-response.test');
    expect(line).not.toMatch(/陈建国|440301/);
  });
});
