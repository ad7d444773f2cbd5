import { z } from 'zod';
import { instantText, pageQuery } from './wire';

const lookNumber = z.string().regex(/^[1-9]\d{0,15}$/);
export const accessLogQuery = pageQuery.extend({ cursor: lookNumber.optional() });

/** Who looked at my data, newest first; the first look of a day by each looker, kind and thing. */
export const accessLog = z.strictObject({
  looks: z.array(
    z.strictObject({
      lookId: lookNumber,
      at: instantText,
      /** Masked; an institution by its name. */
      who: z.string(),
      whoKind: z.enum(['person', 'institution', 'anybody']),
      what: z.string(),
      /** Why it was allowed. */
      why: z.string(),
    }),
  ),
  nextCursor: lookNumber.nullable(),
});
export type AccessLog = z.infer<typeof accessLog>;
