import { fill, PIECES } from '@gongji/texts';
import Taro from '@tarojs/taro';
import { deviceId } from './new-id';

const MOST = 40;

/** What a person knows this phone by, in a list of several. */
export function deviceName(): string {
  // Spelt out, so that the browser version is built without Taro's table of every API.
  const name = process.env.TARO_ENV === 'weapp' ? phoneName() : browserName(navigator.userAgent);
  return name.trim().slice(0, MOST) || PIECES.device.phone;
}

/** This phone, in the list of log-ins. */
export const thisPhone = () => ({ deviceId: deviceId(), name: deviceName() });

function phoneName(): string {
  const { brand, model } = Taro.canIUse('getDeviceInfo') ? Taro.getDeviceInfo() : Taro.getSystemInfoSync();
  return model.toLowerCase().startsWith(brand.toLowerCase()) ? model : `${brand} ${model}`;
}

const SYSTEMS: readonly (readonly [said: RegExp, text: string, system: string])[] = [
  [/iPhone/, PIECES.device.browser, 'iPhone'],
  [/iPad/, PIECES.device.browser, 'iPad'],
  [/Android/, PIECES.device.android, ''],
  [/Windows/, PIECES.device.computer, 'Windows'],
  [/Macintosh/, PIECES.device.computer, 'Mac'],
  [/OpenHarmony/, PIECES.device.harmony, ''],
  [/Linux/, PIECES.device.computer, 'Linux'],
];
const OTHER = [/./, PIECES.device.other, ''] as const;

/** Chinese in every language: the service keeps it, and each phone that lists it says it in its own. */
export function browserName(userAgent: string): string {
  const [, text, system] = SYSTEMS.find(([said]) => said.test(userAgent)) ?? OTHER;
  return fill(text, { system });
}
