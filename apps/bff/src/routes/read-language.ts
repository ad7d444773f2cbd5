import { englishSpeaker, englishTexts } from '@gongji/texts';
import type { EdgeContext } from '../http/edge-context';
import type { FileLanguage } from '../http/file-language';

const CHINESE: FileLanguage = { code: 'zh-CN', say: (text) => text };
let english: FileLanguage | undefined;

/** By `Accept-Language`: the phone says which of its two languages is on. Chinese for whoever says nothing. */
export const wantsEnglish = (ctx: EdgeContext): boolean => ctx.acceptsLanguages('zh', 'en') === 'en';

export function readLanguage(ctx: EdgeContext): FileLanguage {
  if (!wantsEnglish(ctx)) return CHINESE;
  english ??= { code: 'en', say: englishSpeaker(englishTexts()) };
  return english;
}
