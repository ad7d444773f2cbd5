import Taro from '@tarojs/taro';

/** Taro shows its own short confirmation. */
export const copy = (text: string): void => void Taro.setClipboardData({ data: text });
