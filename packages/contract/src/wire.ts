import { isFen, type Fen, type PlainDate, parseDate } from '@gongji/domain';
import { z } from 'zod';

// The pieces that routes share. Objects are strict: an unknown field is a mistake or an attack, never ignored.

export const fenAmount = z
  .custom<Fen>((value) => isFen(value), '金额必须是整数分')
  .meta({ type: 'integer', description: '分', example: 40000 });
export const positiveFen = z
  .custom<Fen>((value) => isFen(value) && value > 0, '金额必须是大于 0 的整数分')
  .meta({ type: 'integer', minimum: 1, description: '分' });
export const plainDateText = z
  .custom<PlainDate>((value) => typeof value === 'string' && parseDate(value) !== undefined, '日期必须是真实存在的 YYYY-MM-DD')
  .meta({ type: 'string', format: 'date' });
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

/** A person as another may see them: masked on the server. */
export const personCard = z.strictObject({
  personId: id,
  /** 张*三 */
  maskedName: z.string(),
  maskedCertificate: z.string(),
  regionCode,
  regionName: z.string(),
  scheme: z.enum(['employee', 'resident']),
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
  confidence: z.enum(['V-A', 'V-B', 'V-C', 'SEED', 'ASSUMED']),
  assumed: z.boolean(),
  note: z.string().nullable(),
});
export type RuleReference = z.infer<typeof ruleReference>;

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
