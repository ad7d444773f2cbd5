import { z } from 'zod';
import { type FieldFault, RequestRefused } from './refused';

const { localeError } = z.locales.zhCN();
const TYPE_TEXT: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
  null: '空',
};
const MOST_FIELDS = 20;
const LONGEST_TEXT = 200;

/** What the caller sent, as the schema's type; or REQUEST_INVALID naming every field that is wrong. */
export function parse<S extends z.ZodType>(schema: S, raw: unknown, where: string): z.output<S> {
  const result = schema.safeParse(raw, { error: plainText });
  if (result.success) return result.data;
  const fields = result.error.issues.slice(0, MOST_FIELDS).map((issue) => fieldFault(issue, where));
  const field = fields.map(({ path, text }) => `${path} ${text}`).join('；');
  throw new RequestRefused('REQUEST_INVALID', { field: field.slice(0, LONGEST_TEXT) }, fields);
}

/** A type is a programmer's word; people are told what to put there. */
const plainText: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'invalid_type') return localeError(issue);
  return issue.input === undefined ? '缺少这一项' : `应为${TYPE_TEXT[issue.expected] ?? '另一种内容'}`;
};

const fieldFault = (issue: z.core.$ZodIssue, where: string): FieldFault => ({
  path: (issue.path.length === 0 ? where : issue.path.map(String).join('.')).slice(0, LONGEST_TEXT),
  // An unknown key is the caller's own text: it is not repeated.
  text: issue.code === 'unrecognized_keys' ? '有不认识的内容' : issue.message.slice(0, LONGEST_TEXT),
});
