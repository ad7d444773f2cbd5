import { log } from '../log';
import { afterAgreement, listen } from '../privacy';
import { api } from './answer';

// The phone itself: its size, its screen, what it can do. What the program asks of it is recorded for the test.

const WINDOW_TOP = 44;

const windowInfo = (pages: Element) => ({
  pixelRatio: devicePixelRatio,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: pages.clientHeight,
  statusBarHeight: 0,
  screenTop: WINDOW_TOP,
  safeArea: { left: 0, right: innerWidth, top: 0, bottom: innerHeight, width: innerWidth, height: innerHeight },
});

const appInfo = { SDKVersion: '3.9.0', language: 'zh_CN', version: '8.0.50', theme: 'light', fontSizeSetting: 16, host: { appId: 'host' } };
const deviceInfo = { brand: 'host', model: 'host', platform: 'devtools', system: 'host 1', deviceOrientation: 'portrait' };

export const phone = (pages: Element) => {
  let brightness = 0.5;
  const everything = () => ({ ...appInfo, ...deviceInfo, ...windowInfo(pages) });
  return {
    getSystemInfoSync: everything,
    getSystemInfo: api('getSystemInfo', everything),
    getWindowInfo: () => windowInfo(pages),
    getAppBaseInfo: () => appInfo,
    getDeviceInfo: () => deviceInfo,
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'host', envVersion: 'develop', version: '' } }),
    getMenuButtonBoundingClientRect: () => ({ width: 87, height: 32, top: 6, bottom: 38, left: innerWidth - 97, right: innerWidth - 10 }),
    getNetworkType: api('getNetworkType', () => ({ networkType: 'wifi' })),
    getScreenBrightness: api('getScreenBrightness', () => ({ value: brightness })),
    setScreenBrightness: api<{ readonly value: number }>(
      'setScreenBrightness',
      ({ value }) => {
        brightness = value;
      },
      true,
    ),
    setKeepScreenOn: api('setKeepScreenOn', () => undefined, true),
    setClipboardData: afterAgreement(
      'setClipboardData',
      api<object>('setClipboardData', () => undefined, true),
    ),
    makePhoneCall: api('makePhoneCall', () => undefined, true),
    vibrateShort: api('vibrateShort', () => undefined),
    vibrateLong: api('vibrateLong', () => undefined),
    showShareMenu: api('showShareMenu', () => undefined, true),
    hideShareMenu: api('hideShareMenu', () => undefined, true),
    requestSubscribeMessage: api<{ readonly tmplIds?: readonly string[] }>(
      'requestSubscribeMessage',
      ({ tmplIds = [] }) => Object.fromEntries(tmplIds.map((template) => [template, 'accept'])),
      true,
    ),
    saveImageToPhotosAlbum: afterAgreement(
      'saveImageToPhotosAlbum',
      api<object>('saveImageToPhotosAlbum', () => undefined, true),
    ),
    requirePrivacyAuthorize: afterAgreement(
      'requirePrivacyAuthorize',
      api<object>('requirePrivacyAuthorize', () => undefined),
    ),
    onNeedPrivacyAuthorization: listen,
    canvasToTempFilePath: api<{ readonly canvas?: HTMLCanvasElement }>('canvasToTempFilePath', ({ canvas }) => {
      if (!canvas) throw new Error('canvasToTempFilePath:fail only a canvas of type 2d is supported');
      return { tempFilePath: canvas.toDataURL('image/png') };
    }),
    getLogManager: () => ({ log: () => undefined, info: () => undefined, warn: () => undefined, debug: () => undefined }),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => log.calls.push({ api: 'applyUpdate', given: {} }),
    }),
    env: { USER_DATA_PATH: 'wxfile://usr' },
  };
};
