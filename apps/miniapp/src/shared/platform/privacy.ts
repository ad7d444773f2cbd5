import Taro from '@tarojs/taro';
import { inWeChat } from './target';

/** Where the person told WeChat by the button below that they agree, this answers at once; where they did not, WeChat asks by a page of its own. */
export async function weChatAgrees(): Promise<boolean> {
  if (!inWeChat || !Taro.canIUse('requirePrivacyAuthorize')) return true;
  return new Promise((resolve) => {
    Taro.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });
}
