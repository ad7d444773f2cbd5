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
      { path: 'name', text: '没有填' },
      { path: 'year', text: '应为数字' },
      { path: 'uses', text: '应为列表' },
    ]);
  });

  it('names the first wrong fields in the words of people, each once, and no type of a program', () => {
    const id = z.uuid();
    const schema = z.strictObject({
      personIds: z.array(id),
      year: z.int().min(2020),
      name: z.string().min(1).max(4),
      use: z.enum(['care']),
    });
    const { facts } = refusalOf(schema, { personIds: ['x', 'y'], year: 1, name: '', use: 'x' });
    expect(facts).toEqual({ field: '“家人”这一项：不是本系统给出的编号；“年度”这一项：不能小于 2020；“姓名”这一项：不能空着' });
    expect(refusalOf(z.strictObject({ medfee_sumamt: z.string() }), {}).facts).toEqual({ field: 'medfee_sumamt 没有填' });
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
