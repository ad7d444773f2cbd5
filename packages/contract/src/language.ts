import { z } from 'zod';

/** `have`: the version that the phone keeps. */
export const englishTextsQuery = z.strictObject({
  have: z
    .string()
    .regex(/^[\w-]{16}$/)
    .optional(),
});

/** The English for each Chinese text of the mini program; `{name}` is a place to be filled. null: those that the phone keeps are still the ones. */
export const englishTexts = z.strictObject({ version: z.string(), texts: z.record(z.string(), z.string()).nullable() });
