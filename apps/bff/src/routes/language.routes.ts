import { createHash } from 'node:crypto';
import { englishTexts } from '@gongji/texts';
import type { Routes } from './route-table';

/** The texts are those of this build: a phone that keeps them asks at each launch, and is sent them again only when they became others. */
export function languageRoutes(): Routes<'englishTexts'> {
  const texts = englishTexts();
  const version = createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 16);
  return { englishTexts: async ({ query }) => ({ version, texts: query.have === version ? null : texts }) };
}
