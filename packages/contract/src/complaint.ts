import { COMPLAINT_KINDS, COMPLAINT_STATES, COMPLAINT_SUBJECTS, COMPLAINT_TEXT_BOUNDS, parsePhone } from '@gongji/domain';
import { z } from 'zod';
import { id, instantText, plainDateText } from './wire';

const { least, most } = COMPLAINT_TEXT_BOUNDS;

export const writeComplaintRequest = z.strictObject({
  kind: z.enum(COMPLAINT_KINDS),
  text: z.string().trim().min(least, `请至少写 ${least} 个字`).max(most, `最多 ${most} 个字`),
  /** Something of one's own that it is about. */
  about: z.strictObject({ kind: z.enum(COMPLAINT_SUBJECTS), id }).nullable(),
  /** What an error page showed: the number of the request, and the code of the refusal. */
  reference: z
    .string()
    .regex(/^[A-Za-z0-9-]{4,64}$/)
    .nullable(),
  errorCode: z
    .string()
    .regex(/^[A-Z_]{3,60}$/)
    .nullable(),
  /** For being called back; null: not wanted. */
  phone: z
    .string()
    .max(20)
    .refine((text) => parsePhone(text) !== undefined, '请填写 11 位手机号，或带区号的固定电话')
    .nullable(),
});
export type WriteComplaintRequest = z.infer<typeof writeComplaintRequest>;

const line = {
  complaintId: id,
  number: z.string().regex(/^\d{12}$/),
  /** In two groups, as it is read out. */
  numberText: z.string(),
  kind: z.enum(COMPLAINT_KINDS),
  kindText: z.string(),
  state: z.enum(COMPLAINT_STATES),
  stateText: z.string(),
  writtenAt: instantText,
  /** By when an answer is promised. */
  answerBy: plainDateText,
  /** The holidays that it depends on are not announced yet. */
  provisional: z.boolean(),
  overdue: z.boolean(),
  mayClose: z.boolean(),
};
export const complaintList = z.strictObject({ complaints: z.array(z.strictObject(line)) });
export type ComplaintList = z.infer<typeof complaintList>;

export const complaintView = z.strictObject({
  ...line,
  text: z.string(),
  about: z.strictObject({ kind: z.enum(COMPLAINT_SUBJECTS), id, text: z.string() }).nullable(),
  reference: z.string().nullable(),
  /** Masked. */
  phone: z.string().nullable(),
  /** The oldest first; none is ever changed. */
  answers: z.array(z.strictObject({ at: instantText, text: z.string() })),
  closedAt: instantText.nullable(),
  promiseText: z.string(),
  /** That the time is assumed, and why. */
  promiseNote: z.string(),
});
export type ComplaintView = z.infer<typeof complaintView>;
