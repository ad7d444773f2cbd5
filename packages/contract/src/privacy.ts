import { DELETION_WORDS } from '@gongji/domain';
import { z } from 'zod';
import { fenAmount, id, instantText, pageQuery, plainDateText } from './wire';

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

export const privacyText = z.strictObject({
  version: z.string(),
  from: plainDateText,
  title: z.string(),
  lead: z.string(),
  items: z.array(z.strictObject({ what: z.string(), purpose: z.string(), until: z.string() })),
  /** Who else sees what. */
  others: z.array(z.string()),
  rights: z.array(z.string()),
  withdrawal: z.strictObject({ ends: z.array(z.string()), stays: z.array(z.string()) }),
});
export type PrivacyText = z.infer<typeof privacyText>;

/** The text that holds, and every time that the person agreed or took it back, the newest first. */
export const privacyConsent = z.strictObject({
  text: privacyText,
  steps: z.array(z.strictObject({ version: z.string(), step: z.enum(['given', 'withdrawn']), at: instantText })),
});
export type PrivacyConsent = z.infer<typeof privacyConsent>;

/** The decision of the real deletion without doing it. */
export const accountDeletion = z.strictObject({
  allowed: z.boolean(),
  blocks: z.array(
    z.strictObject({
      kind: z.enum(['binding', 'payment', 'money', 'settlement']),
      text: z.string(),
      nextStep: z.string(),
      subjectId: id.nullable(),
    }),
  ),
  balanceFen: fenAmount,
  deletes: z.array(z.string()),
  keeps: z.array(z.strictObject({ what: z.string(), why: z.string(), until: z.string(), assumed: z.boolean() })),
  words: z.string(),
});
export type AccountDeletion = z.infer<typeof accountDeletion>;

export const deleteAccountRequest = z.strictObject({ words: z.literal(DELETION_WORDS, `请输入“${DELETION_WORDS}”`) });
