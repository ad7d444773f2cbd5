import Taro from '@tarojs/taro';

// A shown code wants a bright screen that stays on. A browser can only be kept on; an old WeChat may lack either.

/** Spelt out and not by inWeChat: only so does the bundler leave Taro's table of every API (16 KB) out of the browser version. */
const can = (api: string): boolean => process.env.TARO_ENV === 'weapp' && Taro.canIUse(api);
/** A phone that refuses to be brightened still shows the code. */
const ignore = () => undefined;

/** Between lightUp and restoreScreen: what answers later than that must not light up a screen that shows something else. */
let lit = false;
/** The screen's own, until it is known to have it back. */
let before: number | undefined;
let awake: WakeLockSentinel | undefined;

/** Again with each new code, so that a screen that went dark for any reason is bright for the next one. */
export function lightUp(): void {
  lit = true;
  brighten();
  keepOn();
}

/** However the code went away. More often than needed does no harm. */
export function restoreScreen(): void {
  if (!lit) return;
  lit = false;
  if (before !== undefined) Taro.setScreenBrightness({ value: before }).then(forgetUnlessLit, forgetUnlessLit);
  if (can('setKeepScreenOn')) Taro.setKeepScreenOn({ keepScreenOn: false }).catch(ignore);
  awake?.release().catch(ignore);
  awake = undefined;
}

/** Lit again before it was dark, it would take the brightness of a code for its own. */
function forgetUnlessLit(): void {
  if (!lit) before = undefined;
}

function brighten(): void {
  if (!can('setScreenBrightness')) return;
  Taro.getScreenBrightness({
    success: ({ value }: { readonly value: number }) => {
      if (!lit) return;
      before ??= value;
      Taro.setScreenBrightness({ value: 1 }).catch(ignore);
    },
  }).catch(ignore);
}

function keepOn(): void {
  if (can('setKeepScreenOn')) Taro.setKeepScreenOn({ keepScreenOn: true }).catch(ignore);
  else if (process.env.TARO_ENV === 'h5') void lockAwake();
}

/** The browser takes the lock back by itself when the page is hidden. */
const isAwake = (): boolean => awake?.released === false;

async function lockAwake(): Promise<void> {
  if (!('wakeLock' in navigator) || isAwake()) return;
  const lock = await navigator.wakeLock.request('screen').catch(ignore);
  // Asked for twice at once, one is enough: what is not kept here nobody would let go.
  if (lit && !isAwake()) awake = lock;
  else lock?.release().catch(ignore);
}

/** Tells of a screen capture where the phone tells us; returns how to stop listening. */
export function onCapture(captured: () => void): () => void {
  if (!can('onUserCaptureScreen')) return ignore;
  Taro.onUserCaptureScreen(captured);
  return () => Taro.offUserCaptureScreen(captured);
}
