import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import type { DeviceList as Devices, SessionList } from '@gongji/contract';
import { keepKey, reserves, wasTaken } from '@/shared/session/offline-keys';
import { phoneStorage } from '../../../test/stubs/taro';
import type { Behaviours } from '../../../test/support/fake-bff';
import { me, NOW, offlineKey, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { DeviceList } from './device-list';

const OWN = 'this-phone-0001';
const phone = (deviceId: string, name: string, changes: Partial<Devices['devices'][number]> = {}) => ({
  deviceId,
  name,
  lastSeenAt: NOW,
  offlineKeys: [],
  ...changes,
});
const keys = [
  { offlineKeyId: uuid(60), person: '陈*国', own: true, givenAt: NOW },
  { offlineKeyId: uuid(61), person: '陈*兰', own: false, givenAt: NOW },
];
const two: Devices = { devices: [phone(OWN, '安卓手机', { offlineKeys: keys }), phone('other-phone-02', 'iPhone')] };

const logIn = (digit: number, deviceId: string | null, deviceName: string, current = false): SessionList['sessions'][number] => ({
  sessionId: uuid(digit),
  current,
  deviceId,
  deviceName,
  openedAt: NOW,
  lastUsedAt: NOW,
});
const sessions: SessionList = { sessions: [logIn(71, OWN, '安卓手机', true)] };
const three: SessionList = { sessions: [...sessions.sessions, logIn(72, 'tablet-000001', 'iPad'), logIn(73, 'other-phone-02', 'iPhone')] };

const show = (behaviours: Behaviours) => {
  phoneStorage.set('device-id', OWN);
  return showTo(me(), <DeviceList />, { sessions: () => ({ answer: sessions }), ...behaviours });
};
/** In the sheet, twice: a double tap is one wish. */
const confirm = (name: string) =>
  act(async () => {
    const button = within(screen.getByRole('dialog')).getByRole('button', { name });
    fireEvent.click(button);
    fireEvent.click(button);
  });

describe('the page of devices', () => {
  it('says which phone is this one, and whom each shows without network', async () => {
    await show({ devices: () => ({ answer: two }) });
    expect(screen.getAllByText('本机')).toHaveLength(1);
    expect(screen.getByText('没有网络时，可以出示我的离线医保码（2026年11月22日 10:00开通）。')).toBeTruthy();
    expect(screen.getByText(/可以出示陈\*兰的离线医保码/)).toBeTruthy();
    expect(screen.getByText('没有网络时，不能出示任何人的医保码。')).toBeTruthy();
  });

  it('tells those apart who are masked alike: whose code a phone shows, and whose phone shows one', async () => {
    const ofBoth = ['王*（父母）', '王*（配偶）'].map((person, index) => ({
      offlineKeyId: uuid(62 + index),
      person,
      own: false,
      givenAt: NOW,
    }));
    const phones = ['王*（尾号 12）的手机', '王*（尾号 34）的手机'].map((name, index) =>
      phone(uuid(64 + index), name, { offlineKeys: [{ offlineKeyId: uuid(64 + index), person: '本人', own: true, givenAt: NOW }] }),
    );
    await show({ devices: () => ({ answer: { devices: [phone(OWN, '安卓手机', { offlineKeys: ofBoth }), ...phones] } }) });
    for (const { person } of ofBoth) expect(screen.getByText(new RegExp(`可以出示${person.replace('*', '\\*')}的离线医保码`))).toBeTruthy();
    // Whether a relative is logged in on their own phone is not known here, so nothing is said of it.
    expect(screen.getAllByText(/保持登录/)).toHaveLength(1);
    expect(screen.queryByText('没有登录。')).toBeNull();
    expect(screen.getAllByText(/最近使用/)).toHaveLength(1);
    await tap('移除这台设备：王*（尾号 34）的手机');
    expect(screen.getByRole('dialog').textContent).toContain('移除 王*（尾号 34）的手机？');
    expect(screen.getByRole('button', { name: '移除 王*（尾号 34）的手机' })).toBeTruthy();
  });

  it('says that there is none yet', async () => {
    await show({ devices: () => ({ answer: { devices: [] } }), sessions: () => ({ answer: { sessions: [] } }) });
    expect(screen.getByText('还没有设备')).toBeTruthy();
  });

  it('says that nobody answers', async () => {
    await show({ devices: () => 'silence' });
    expect(screen.getByText('暂时连不上服务')).toBeTruthy();
    expect(screen.getByRole('button', { name: '重新加载' })).toBeTruthy();
  });

  it('asks before it removes one, removes it once, and says so', async () => {
    let devices = two;
    const calls = await show({
      devices: () => ({ answer: devices }),
      removeDevice: () => {
        devices = { devices: two.devices.slice(0, 1) };
        return { answer: devices };
      },
    });
    await tap('移除这台设备：iPhone');
    expect(calls.map(({ name }) => name)).not.toContain('removeDevice');
    await confirm('移除 iPhone');
    expect(calls.filter(({ name }) => name === 'removeDevice').map(({ path }) => path)).toEqual(['/api/devices/other-phone-02']);
    expect(screen.getByRole('alert').textContent).toContain('已移除 iPhone');
    expect(screen.queryByText('iPhone')).toBeNull();
  });

  it('keeps the phone where the person thinks better of it', async () => {
    const calls = await show({ devices: () => ({ answer: two }) });
    await tap('移除这台设备：iPhone');
    await tap('保留这台设备');
    expect([screen.queryByRole('dialog'), calls.map(({ name }) => name)]).toEqual([null, ['devices', 'sessions']]);
  });

  it('forgets what shows codes without network when this phone itself is removed', async () => {
    keepKey(uuid(1), offlineKey());
    await show({ devices: () => ({ answer: two }), removeDevice: () => ({ answer: two }) });
    await tap('移除这台设备：安卓手机');
    await confirm('移除 安卓手机');
    expect([reserves(), wasTaken(uuid(1), uuid(1))]).toEqual([[], true]);
  });

  it('asks again under the same key after a lost answer', async () => {
    let silent = true;
    const calls = await show({ devices: () => ({ answer: two }), removeDevice: () => (silent ? 'silence' : { answer: two }) });
    await tap('移除这台设备：iPhone');
    await confirm('移除 iPhone');
    expect(screen.getByText('处理中，请勿重复办理')).toBeTruthy();
    silent = false;
    await tap('再次提交并查看结果');
    const sent = calls.filter(({ name }) => name === 'removeDevice').map(({ key }) => key);
    expect([sent.length, new Set(sent).size]).toEqual([2, 1]);
    expect(screen.getByRole('alert').textContent).toContain('已移除 iPhone');
  });

  it('says why one was not removed', async () => {
    await show({ devices: () => ({ answer: two }), removeDevice: () => ({ refuse: 'SERVICE_BUSY' }) });
    await tap('移除这台设备：iPhone');
    await confirm('移除 iPhone');
    expect(screen.getByRole('alert').textContent).toContain('代码 A012');
  });

  it('joins log-ins and codes: a phone that is only logged in is in the list as well', async () => {
    const calls = await show({
      devices: () => ({ answer: two }),
      sessions: () => ({ answer: three }),
      endSession: () => ({ answer: sessions }),
    });
    expect(screen.getAllByText(/保持登录/)).toHaveLength(3);
    expect(screen.getAllByText('本机')).toHaveLength(1);
    await tap('退出它的登录：iPad');
    expect(calls.filter(({ name }) => name === 'endSession').map(({ path }) => path)).toEqual([`/api/sessions/${uuid(72)}`]);
    expect(screen.getByRole('alert').textContent).toContain('已退出 iPad 的登录');
  });

  it('logs out all other phones, and says why it could not', async () => {
    let refuses = true;
    const calls = await show({
      devices: () => ({ answer: two }),
      sessions: () => ({ answer: three }),
      endSessions: () => (refuses ? { refuse: 'SERVICE_NOT_READY' } : { answer: {} }),
    });
    await tap('退出其他所有手机的登录');
    expect(screen.getByRole('alert').textContent).toContain('代码 A013');
    refuses = false;
    await tap('退出其他所有手机的登录');
    expect(calls.filter(({ name }) => name === 'endSessions').map(({ body }) => body)).toEqual([{ which: 'others' }, { which: 'others' }]);
    expect(screen.getByRole('alert').textContent).toContain('已退出其他所有手机的登录');
  });

  it('logs out everywhere only where the server has done it, and then forgets the person', async () => {
    let silent = true;
    await show({ devices: () => ({ answer: two }), endSessions: () => (silent ? 'silence' : { answer: {} }) });
    await tap('全部退出，包括这台手机');
    await tap('全部退出');
    expect(screen.getByText('暂时连不上服务')).toBeTruthy();
    expect(phoneStorage.get('session-token')).toBeDefined();
    silent = false;
    await tap('全部退出');
    expect(phoneStorage.get('session-token')).toBeUndefined();
  });
});
