import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRIVACY_TEXT } from '@gongji/domain';
import { parseSync } from 'oxc-parser';
import { readSources } from './sources';

interface Declared {
  readonly api: string;
  readonly collects: string;
  readonly purpose: string;
  /** The words of the privacy text that tell of it. */
  readonly told: string;
}
const { asked, mentioned } = JSON.parse(readFileSync(join(__dirname, '../../apps/miniapp/config/privacy-apis.json'), 'utf8')) as {
  readonly asked: readonly Declared[];
  readonly mentioned: readonly Declared[];
};

/** What WeChat's guide names: each of these is dead in a program that did not declare it. */
const IN_THE_GUIDE = [
  'getUserInfo',
  'getUserProfile',
  'getLocation',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'onLocationChange',
  'getFuzzyLocation',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
  'chooseInvoice',
  'chooseInvoiceTitle',
  'getWeRunData',
  'chooseLicensePlate',
  'chooseImage',
  'chooseMedia',
  'chooseVideo',
  'chooseMessageFile',
  'startRecord',
  'getRecorderManager',
  'createLivePusherContext',
  'createCameraContext',
  'createVKSession',
  'joinVoIPChat',
  'openBluetoothAdapter',
  'createBLEPeripheralServer',
  'addPhoneRepeatCalendar',
  'addPhoneCalendar',
  'addPhoneContact',
  'saveImageToPhotosAlbum',
  'saveVideoToPhotosAlbum',
  'startAccelerometer',
  'onAccelerometerChange',
  'startCompass',
  'onCompassChange',
  'startDeviceMotionListening',
  'onDeviceMotionChange',
  'startGyroscope',
  'onGyroscopeChange',
  'setClipboardData',
  'getClipboardData',
  'chooseContact',
  'searchContacts',
]; // prettier-ignore
/** Not in the guide, and yet about the person or their phone. */
const ABOUT_THE_PERSON = [
  'login',
  'scanCode',
  'requestFacialVerify',
  'getDeviceInfo',
  'getSystemInfo',
  'getSystemInfoSync',
  'onUserCaptureScreen',
  'getWifiList',
  'authorize',
];

interface Node {
  readonly type?: string;
  readonly name?: string;
  readonly object?: Node;
  readonly property?: Node;
  readonly id?: Node;
  readonly init?: Node;
  readonly key?: Node;
  readonly expression?: Node;
  readonly properties?: readonly Node[];
}

/** Every name that the sources take from Taro or wx, as `Taro.x`, or out of it: `const { x } = Taro`. */
function namesUsed(source: { readonly path: string; readonly text: string }): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node;
    if (node.type === 'MemberExpression' && isHost(node.object)) found.push(node.property?.name ?? '');
    if (node.type === 'VariableDeclarator' && isHost(node.init))
      found.push(...(node.id?.properties ?? []).map(({ key }) => key?.name ?? ''));
    Object.values(value).forEach(visit);
  };
  visit(parseSync(source.path, source.text).program);
  return found;
}

/** Taro, (Taro), Taro as Something. */
const isHost = (node: Node | null | undefined): boolean =>
  node !== null && node !== undefined && (node.name === 'Taro' || node.name === 'wx' || isHost(node.expression));

const sources = readSources().filter(({ path }) => path.startsWith('apps/miniapp/src/') && !path.includes('.test.'));
const used = new Set(sources.flatMap(namesUsed));
const usedOf = (names: readonly string[]) => names.filter((name) => used.has(name)).sort();

describe('what WeChat is asked about the person', () => {
  it('is seen in the sources', () => {
    expect(namesUsed({ path: 'a.ts', text: 'Taro.chooseImage(); const { login } = Taro; (Taro as X).getLocation(); wx.scanCode' })).toEqual(
      ['chooseImage', 'login', 'getLocation', 'scanCode'],
    );
    expect(used.size).toBeGreaterThan(20);
  });

  it('is declared, each with what it collects and what for, and nothing else is', () => {
    expect(asked.map(({ api }) => api).sort()).toEqual(usedOf(IN_THE_GUIDE));
    expect(mentioned.map(({ api }) => api).sort()).toEqual(usedOf(ABOUT_THE_PERSON));
    for (const { collects, purpose } of [...asked, ...mentioned]) expect([collects.length > 1, purpose.length > 5]).toEqual([true, true]);
  });

  it('is told to the person before they agree', () => {
    const text = [...PRIVACY_TEXT.items.map(({ what }) => what), ...PRIVACY_TEXT.others].join('\n');
    expect([...asked, ...mentioned].filter(({ told }) => !text.includes(told)).map(({ api }) => api)).toEqual([]);
  });

  it('waits for the consent: WeChat’s own check is on', () => {
    const config = readFileSync(join(__dirname, '../../apps/miniapp/src/app.config.ts'), 'utf8');
    expect(config).toContain('__usePrivacyCheck__: true');
  });
});
