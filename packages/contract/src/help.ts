import { CONFIDENCES, FORM_NUMBERS, FORM_PURPOSES } from '@gongji/domain';
import { z } from 'zod';
import { regionCode, ruleReference } from './wire';

/** A sentence with where it comes from; an empty source: nobody published it, and the text says so. */
export const helpFact = z.strictObject({
  text: z.string(),
  sourceTitle: z.string(),
  sourceAddress: z.string(),
  sourceDate: z.string(),
  confidence: z.enum(CONFIDENCES),
  note: z.string().nullable(),
});
export type HelpFact = z.infer<typeof helpFact>;

export const counterHelp = z.strictObject({
  regionCode,
  regionName: z.string(),
  hotline: z.string(),
  hotlineFact: helpFact,
  /** What to bring; null: nobody published it for the region. */
  papers: ruleReference.nullable(),
  papersUnknownText: z.string(),
  where: z.array(helpFact),
  office: helpFact,
  instead: helpFact,
});
export type CounterHelp = z.infer<typeof counterHelp>;

export const counterFormQuery = z.strictObject({ purpose: z.enum(FORM_PURPOSES) });
export const ownCounterFormQuery = z.strictObject({ purpose: z.enum(FORM_PURPOSES), number: z.enum(FORM_NUMBERS) });
