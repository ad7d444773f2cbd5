import Taro from '@tarojs/taro';
import { inWeChat } from './target';

/** Opens the phone's keypad with the number in it; nobody is called before the person says so. */
export function callPhone(phoneNumber: string): void {
  if (inWeChat) void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
  else window.location.href = `tel:${phoneNumber}`;
}
