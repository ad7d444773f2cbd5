import type { z } from 'zod';
import { type FieldFault, faultSentence } from './field-words';
import { issueText } from './issue-text';
import { RequestRefused } from './refused';

const MOST_FIELDS = 20;
const MOST_TOLD = 3;
const LONGEST_TEXT = 200;

/** What the caller sent, as the schema's type; or REQUEST_INVALID naming every field that is wrong, the first ones in its text. */
export function parse<S extends z.ZodType>(schema: S, raw: unknown, where: string): z.output<S> {
  const result = schema.safeParse(raw, { error: issueText });
  if (result.success) return result.data;
  const fields = result.error.issues.slice(0, MOST_FIELDS).map((issue) => fieldFault(issue, where));
  const told = [...new Set(fields.map(faultSentence))].slice(0, MOST_TOLD);
  throw new RequestRefused('REQUEST_INVALID', { field: told.join('；') }, fields);
}

const fieldFault = (issue: z.core.$ZodIssue, where: string): FieldFault => ({
  path: (issue.path.length === 0 ? where : issue.path.map(String).join('.')).slice(0, LONGEST_TEXT),
  // An unknown key is the caller's own text: it is not repeated.
  text: issue.code === 'unrecognized_keys' ? '有不认识的内容' : issue.message.slice(0, LONGEST_TEXT),
});
