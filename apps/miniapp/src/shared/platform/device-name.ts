import Taro from '@tarojs/taro';
import { deviceId } from './new-id';

const MOST = 40;

/** What a person knows this phone by, in a list of several. */
export function deviceName(): string {
  // Spelt out, so that the browser version is built without Taro's table of every API.
  const name = process.env.TARO_ENV === 'weapp' ? phoneName() : browserName(navigator.userAgent);
  return name.trim().slice(0, MOST) || '手机';
}

/** This phone, in the list of log-ins. */
export const thisPhone = () => ({ deviceId: deviceId(), name: deviceName() });

function phoneName(): string {
  const { brand, model } = Taro.canIUse('getDeviceInfo') ? Taro.getDeviceInfo() : Taro.getSystemInfoSync();
  return model.toLowerCase().startsWith(brand.toLowerCase()) ? model : `${brand} ${model}`;
}

const SYSTEMS: readonly (readonly [said: RegExp, name: string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, '安卓手机'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, 'Mac 电脑'],
  [/OpenHarmony/, '鸿蒙手机'],
  [/Linux/, 'Linux 电脑'],
];

export const browserName = (userAgent: string): string => `${SYSTEMS.find(([said]) => said.test(userAgent))?.[1] ?? '设备'}上的浏览器`;
