import Taro from '@tarojs/taro';

/** Taro's type of the newer call lacks it. */
interface Sized {
  readonly fontSizeSetting?: number;
}

/** The size of text set in WeChat, in px. A browser enlarges its pages by itself. Spelt out, so that the browser version is built without Taro's table of every API. */
export const textSize = (): number | undefined => (process.env.TARO_ENV === 'weapp' ? askWeChat().fontSizeSetting : undefined);

const askWeChat = (): Sized => (Taro.canIUse('getAppBaseInfo') ? (Taro.getAppBaseInfo() as object) : Taro.getSystemInfoSync());
