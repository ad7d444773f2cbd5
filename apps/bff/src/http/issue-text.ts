import type { z } from 'zod';

const TYPE_TEXT: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
};
const UNIT: Readonly<Record<string, string>> = { string: '个字', array: '项' };

/** What is wrong with a value in words for people: which types and patterns a program meant says nothing to them. Schemas may say it better themselves. */
export const issueText: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type') return issue.input === undefined ? '没有填' : `应为${TYPE_TEXT[issue.expected] ?? '另一种内容'}`;
  if (issue.code === 'invalid_format') return issue.format === 'uuid' ? '不是本系统给出的编号' : '写法不对';
  if (issue.code === 'too_small') return boundText(issue.origin, { least: issue.minimum });
  if (issue.code === 'too_big') return boundText(issue.origin, { most: issue.maximum });
  if (issue.code === 'invalid_value') return '不是可以选的一项';
  return issue.code === 'unrecognized_keys' ? '有不认识的内容' : '不符合要求';
};

type Bound = { readonly least: number | bigint } | { readonly most: number | bigint };

function boundText(origin: string, bound: Bound): string {
  const unit = UNIT[origin];
  if ('least' in bound && bound.least === 1 && unit !== undefined) return '不能空着';
  if (unit === undefined) return 'least' in bound ? `不能小于 ${bound.least}` : `不能大于 ${bound.most}`;
  return 'least' in bound ? `至少 ${bound.least} ${unit}` : `最多 ${bound.most} ${unit}`;
}
