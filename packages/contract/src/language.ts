import { z } from 'zod';

/** The English for each Chinese text of the mini program; `{name}` is a place to be filled. */
export const englishTexts = z.strictObject({ texts: z.record(z.string(), z.string()) });
export type EnglishTexts = z.infer<typeof englishTexts>;
