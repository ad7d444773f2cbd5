import Taro from '@tarojs/taro';

// A shown code wants a bright screen that stays on. A browser has none of these; an old WeChat may lack some.

/** Spelt out and not by inWeChat: only so does the bundler leave Taro's table of every API (16 KB) out of the browser version. */
const can = (api: string): boolean => process.env.TARO_ENV === 'weapp' && Taro.canIUse(api);
/** A phone that refuses to be brightened still shows the code. */
const ignore = () => undefined;

let before: number | undefined;

export function brighten(): void {
  if (!can('setScreenBrightness')) return;
  Taro.getScreenBrightness({
    success: ({ value }: { readonly value: number }) => {
      before ??= value;
      Taro.setScreenBrightness({ value: 1 }).catch(ignore);
    },
  }).catch(ignore);
  if (can('setKeepScreenOn')) Taro.setKeepScreenOn({ keepScreenOn: true }).catch(ignore);
}

export function restoreBrightness(): void {
  if (before === undefined) return;
  Taro.setScreenBrightness({ value: before }).catch(ignore);
  before = undefined;
  if (can('setKeepScreenOn')) Taro.setKeepScreenOn({ keepScreenOn: false }).catch(ignore);
}

/** Tells of a screen capture where the phone tells us; returns how to stop listening. */
export function onCapture(captured: () => void): () => void {
  if (!can('onUserCaptureScreen')) return ignore;
  Taro.onUserCaptureScreen(captured);
  return () => Taro.offUserCaptureScreen(captured);
}
