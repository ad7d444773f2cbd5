import { englishTexts } from '@gongji/texts';
import type { Routes } from './route-table';

export function languageRoutes(): Routes<'englishTexts'> {
  const texts = englishTexts();
  return { englishTexts: async () => ({ texts }) };
}
