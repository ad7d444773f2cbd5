import { CONFIDENCES, type Fen, isFen, MAX_FEN, type Month, parseDate, parseMonth, type PlainDate, SCHEMES } from '@gongji/domain';
import { z } from 'zod';

// The pieces that routes share. Objects are strict: an unknown field is a mistake or an attack, never ignored.

// Each first says what JSON can carry, for the API document, and then narrows it to our own type.

export const fenAmount = z
  .int('金额最多精确到分')
  .min(-MAX_FEN, '金额超出范围')
  .max(MAX_FEN, '金额超出范围')
  .meta({ description: '分' })
  .pipe(z.custom<Fen>(isFen, '金额最多精确到分'));
export const positiveFen = z
  .int('金额要大于 0')
  .min(1, '金额要大于 0')
  .max(MAX_FEN, '金额超出范围')
  .meta({ description: '分' })
  .pipe(z.custom<Fen>(isFen, '金额要大于 0'));
const notADate = '要是真实存在的日期（例如 2027-01-31）';
export const plainDateText = z.iso
  .date(notADate)
  // A database's calendar begins later than JavaScript's; nobody who is insured was born earlier than this.
  .regex(/^(19|20|21)/, notADate)
  .pipe(z.custom<PlainDate>((value) => typeof value === 'string' && parseDate(value) !== undefined, notADate));
const notAMonth = '要是一个月份（例如 2027-01）';
export const monthText = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, notAMonth)
  .pipe(z.custom<Month>((value) => typeof value === 'string' && parseMonth(value) !== undefined, notAMonth));
/** ISO 8601 with offset. */
export const instantText = z.iso.datetime({ offset: true });
export const id = z.uuid();
export const regionCode = z.string().regex(/^\d{6}$/, '地区代码是 6 位数字');
export const premiumYear = z.int().min(2020).max(2100);
export const cursor = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_-]+$/);
export const pageQuery = z.strictObject({ cursor: cursor.optional(), limit: z.coerce.number().int().min(1).max(100).default(20) });

/** A file as it leaves. Longer than this is a mistake in drawing it. */
export const MOST_FILE_BYTES = 1_500_000;
export const fileBytes = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.length > 0 && value.length <= MOST_FILE_BYTES,
);

/** Everything about one person is longer than one receipt. */
export const exportBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array && value.length > 0);

/** A person as another may see them: masked on the server. */
export const personCard = z.strictObject({
  personId: id,
  /** 张*三 */
  maskedName: z.string(),
  /** 子女, 尾号 11: what tells the person from another relative of the reader's who is masked alike. */
  mark: z.string().nullable(),
  maskedCertificate: z.string(),
  regionCode,
  regionName: z.string(),
  /** null: not the reader's to know, where nothing has been agreed to or it is over. */
  scheme: z.enum(SCHEMES).nullable(),
  age: z.int(),
});
export type PersonCard = z.infer<typeof personCard>;

/** Where a limit on the screen comes from. */
export const ruleReference = z.strictObject({
  kind: z.string(),
  regionCode,
  regionName: z.string(),
  text: z.string(),
  from: plainDateText,
  to: plainDateText.nullable(),
  sourceTitle: z.string(),
  sourceAddress: z.string(),
  sourceDate: z.string(),
  confidence: z.enum(CONFIDENCES),
  assumed: z.boolean(),
  note: z.string().nullable(),
});
export type RuleReference = z.infer<typeof ruleReference>;

/** Nothing to say: who acts is in the session. */
export const noBody = z.strictObject({});

export const errorResponse = z.object({
  code: z.string(),
  kind: z.enum(['invalid', 'unauthenticated', 'forbidden', 'not-found', 'conflict', 'unavailable', 'bug']),
  text: z.string(),
  nextStep: z.string(),
  requestId: z.string(),
  /** Which fields of the request are meant, for `invalid`. */
  fields: z.array(z.strictObject({ path: z.string(), text: z.string() })).optional(),
  // RFC 9457
  type: z.string(),
  title: z.string(),
  status: z.int(),
});
export type ErrorResponse = z.infer<typeof errorResponse>;
