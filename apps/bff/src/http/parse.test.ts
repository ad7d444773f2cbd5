import { proposeBindingRequest } from '@gongji/contract';
import { z } from 'zod';
import { parse } from './parse';
import { RequestRefused } from './refused';

const refusalOf = (schema: z.ZodType, raw: unknown): RequestRefused => {
  try {
    parse(schema, raw, 'body');
  } catch (error) {
    if (error instanceof RequestRefused) return error;
  }
  throw new Error('it was not refused');
};

describe('parsing a request', () => {
  it('gives what the schema says', () => {
    expect(parse(z.strictObject({ year: z.coerce.number() }), { year: '2027' }, 'query')).toEqual({ year: 2027 });
  });

  it('names each wrong field by its path, in Chinese', () => {
    const { code, fields } = refusalOf(proposeBindingRequest, { relative: { name: '', certificateKind: 'passport' } });
    expect(code).toBe('REQUEST_INVALID');
    expect(fields.map(({ path }) => path)).toEqual(expect.arrayContaining(['relative.name', 'relative.certificateKind', 'relation']));
    for (const { text } of fields) expect(text).toMatch(/[\u4e00-\u9fff]/);
  });

  it('says what is missing and what belongs there in words for people', () => {
    const schema = z.strictObject({ name: z.string(), year: z.int(), uses: z.array(z.string()) });
    expect(refusalOf(schema, { year: '2027', uses: {} }).fields).toEqual([
      { path: 'name', text: '缺少这一项' },
      { path: 'year', text: '应为数字' },
      { path: 'uses', text: '应为列表' },
    ]);
  });

  it('does not repeat an unknown key back to its sender', () => {
    const { fields, facts } = refusalOf(z.strictObject({}), { '<script>': 1 });
    expect(fields).toEqual([{ path: 'body', text: '有不认识的内容' }]);
    expect(JSON.stringify(facts)).not.toContain('script');
  });

  it('stops at twenty fields', () => {
    const schema = z.array(z.int());
    expect(refusalOf(schema, Array(500).fill('x')).fields).toHaveLength(20);
  });
});
