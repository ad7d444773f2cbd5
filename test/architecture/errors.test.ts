import { ERRORS, type ErrorCode } from '@gongji/domain';
import { isTest, readSources } from './sources';

// The catalogue is what people read: each row is worded, and each is used.

const CATALOGUE = 'packages/domain/src/errors/';
const KINDS = ['invalid', 'unauthenticated', 'forbidden', 'not-found', 'conflict', 'unavailable', 'bug'];
const codes = Object.keys(ERRORS) as ErrorCode[];

const unusedCodes = (wanted: readonly string[], texts: readonly string[]): string[] => {
  const named = new Set(texts.flatMap((text) => text.match(/'[A-Z][A-Z_]+'/g) ?? []));
  return wanted.filter((code) => !named.has(`'${code}'`));
};

describe('the error catalogue', () => {
  const used = readSources().filter(({ path }) => /^(apps|packages)\//.test(path) && !isTest(path) && !path.startsWith(CATALOGUE));

  it('holds no code that nothing can give', () => {
    expect(
      unusedCodes(
        codes,
        used.map(({ text }) => text),
      ),
    ).toEqual([]);
  });

  it.each(codes)('%s says what, why and what to do', (code) => {
    const { kind, text, nextStep } = ERRORS[code];
    expect(KINDS).toContain(kind);
    expect(text).toMatch(/[\u4e00-\u9fff]{2}/);
    expect(nextStep).toMatch(/[\u4e00-\u9fff]{2}.*。$/);
  });

  it('is checked against planted faults', () => {
    expect(unusedCodes(['BINDING_SELF', 'CODE_INVALID'], ["refused('BINDING_SELF')"])).toEqual(['CODE_INVALID']);
  });
});
