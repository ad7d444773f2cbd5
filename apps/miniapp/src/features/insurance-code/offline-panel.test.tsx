import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { type ErrorCode, offlinePayload, offlineStepAt } from '@gongji/domain';
import { keepKey, metServer, reserveOf, reserves, wasTaken } from '@/shared/session/offline-keys';
import { leave, logOut, resumeSession } from '@/shared/session/session';
import { keepToken, loseToken } from '@/shared/session/token';
import { numberText } from '@/shared/text/number-text';
import { Screen } from '@/shared/ui/screen';
import { captureScreen, hidePage, phoneStorage, showPageAgain } from '../../../test/stubs/taro';
import { fakeBff } from '../../../test/support/fake-bff';
import { binding, guilan, me, NOW, offlineKey, ownCard, policyView, rule, shownCode, uuid } from '../../../test/support/fixtures';
import { logsIn, showTo, TOKEN, tap } from '../../../test/support/signed-in';
import { bytesOf } from './base64url';
import { CodePanel } from './code-panel';
import { OfflinePanel } from './offline-panel';

const LEAD_MS = 90_000;
const AT = Date.parse(NOW);
const hers = offlineKey({ offlineKeyId: uuid(61), person: guilan, own: false, handle: '10000000000008' });
const code = shownCode({ person: ownCard() });
const allowed = policyView({ rules: [rule({ kind: 'offlineCode' })] });
const pass = (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms));
const digitsOf = (key = offlineKey()) =>
  numberText(offlinePayload({ ...key, secret: bytesOf(key.secret) }, offlineStepAt(Date.now() + LEAD_MS)));

/** The phone met the service a while ago: its own clock was so far behind. */
function keepKeys(...keys: readonly ReturnType<typeof offlineKey>[]) {
  metServer(new Date(Date.now() + LEAD_MS).toISOString());
  for (const key of keys) keepKey(uuid(1), key);
}

beforeEach(() => {
  jest.useFakeTimers({ now: AT });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a code without network', () => {
  it('is shown by its name, with its limits, its rule and the age of what is known, when nobody answers', async () => {
    keepKeys(offlineKey());
    await pass(12 * 60_000);
    await showTo(me(), <CodePanel />, { bindings: () => 'silence', showCode: () => 'silence' });
    expect(screen.getByRole('img', { name: '陈建国的离线医保码，二维码' })).toBeTruthy();
    await tap('显示数字');
    expect(screen.getByText(digitsOf())).toBeTruthy();
    for (const text of ['离线医保码', '最后一次联网：12 分钟前，当时医保码可以正常使用。', '暂定：没有查到公开规定']) {
      expect(screen.getByText(text)).toBeTruthy();
    }
    expect(screen.getByText(/每天最多用 3 次，个人账户一共最多付 ¥300\.00/)).toBeTruthy();
  });

  it("changes with each step of the server's clock, and gives way as soon as somebody answers", async () => {
    keepKeys(offlineKey());
    let silent = true;
    await showTo(me(), <CodePanel />, {
      bindings: () => 'silence',
      showCode: () => (silent ? 'silence' : { answer: code }),
      codeEvents: () => 'silence',
      policy: () => 'silence',
    });
    await tap('显示数字');
    const first = digitsOf();
    await pass(31_000);
    expect(screen.queryByText(first)).toBeNull();
    expect(screen.getByText(digitsOf())).toBeTruthy();
    silent = false;
    await pass(3_500);
    expect(screen.getByRole('img', { name: '陈建国的医保码，二维码' })).toBeTruthy();
    expect(screen.queryByText('离线医保码')).toBeNull();
  });

  it('is not there without a key: then nothing can be scanned, and the counter takes the card', async () => {
    await showTo(me(), <CodePanel />, { bindings: () => 'silence', showCode: () => 'silence' });
    expect(screen.getByText('已过期')).toBeTruthy();
    expect(screen.getByText(/急用可持身份证或社保卡到窗口办理/)).toBeTruthy();
  });
});

describe('the key of a phone', () => {
  const meOf = (digit: number) => me({ personId: uuid(digit) });
  const answers = (policy = allowed) => ({
    bindings: () => ({ answer: { bindings: [] } }),
    showCode: () => ({ answer: code }),
    codeEvents: () => 'silence' as const,
    policy: () => ({ answer: policy }),
    giveOfflineKey: () => ({ answer: offlineKey({ person: ownCard({ personId: uuid(201) }) }) }),
  });

  it('is asked for once, quietly, where the rules of the region allow it', async () => {
    const calls = await showTo(meOf(201), <CodePanel />, answers());
    await pass(60_000);
    expect(calls.filter(({ name }) => name === 'giveOfflineKey').map(({ body }) => body)).toEqual([
      { personId: uuid(201), deviceId: phoneStorage.get('device-id'), deviceName: expect.stringMatching(/浏览器$/) },
    ]);
    expect(reserveOf(uuid(201))?.key.handle).toBe(offlineKey().handle);
  });

  it('is asked for again after logging out and in, since the former went with the log-in', async () => {
    const given = answers();
    const calls = await showTo(meOf(208), <CodePanel />, given);
    fakeBff({ logOut: () => 'silence' });
    await act(async () => logOut());
    cleanup();
    const logIn = () => ({ answer: { ...logsIn(meOf(208)).answer, token: 'u'.repeat(43) } });
    calls.push(...(await showTo(meOf(208), <CodePanel />, { ...given, logIn })));
    expect(calls.filter(({ name }) => name === 'giveOfflineKey')).toHaveLength(2);
  });

  it('is asked for again with the next code where nobody answered, under the same key of the request', async () => {
    let turn = 70;
    const calls = await showTo(meOf(209), <CodePanel />, {
      ...answers(),
      showCode: () => ({ answer: { ...code, codeId: uuid((turn += 1)) } }),
      giveOfflineKey: () => 'silence',
    });
    await pass(30_000);
    const keys = calls.filter(({ name }) => name === 'giveOfflineKey').map(({ key }) => key);
    expect(keys).toEqual([keys[0], keys[0]]);
  });

  it('is never asked for where the region has no such rule', async () => {
    const calls = await showTo(meOf(202), <CodePanel />, answers(policyView()));
    await pass(60_000);
    expect(calls.map(({ name }) => name)).not.toContain('giveOfflineKey');
  });

  it('is not kept where somebody logged out before it came', async () => {
    await showTo(meOf(203), <CodePanel />, {
      ...answers(),
      giveOfflineKey: () => {
        leave();
        return { answer: offlineKey({ person: ownCard({ personId: uuid(203) }) }) };
      },
    });
    expect(reserves()).toEqual([]);
  });

  it.each([
    ['logging out', async () => logOut()],
    ['a session that is over', async () => loseToken()],
  ])('goes with %s', async (_, act) => {
    fakeBff({ logOut: () => 'silence' });
    keepKeys(offlineKey(), hers);
    expect(JSON.stringify([...phoneStorage])).toContain(hers.secret);
    await act();
    expect(JSON.stringify([...phoneStorage])).not.toContain(hers.secret);
  });

  it('goes with the right to show that person, and stays while the service is busy', async () => {
    let refuse: ErrorCode = 'SERVICE_BUSY';
    keepKeys(offlineKey(), hers);
    await showTo(me(), <CodePanel />, { ...answers(), devices: () => 'silence', showCode: () => ({ refuse }) });
    expect(reserves()).toHaveLength(2);
    refuse = 'CODE_OWNER_NOT_INSURED';
    await pass(3_500);
    expect(reserves().map(({ key }) => key.person.personId)).toEqual([guilan.personId]);
  });

  it('goes when the phone was removed on another one, and none is asked for before the next log-in', async () => {
    keepKey(uuid(204), offlineKey({ person: ownCard({ personId: uuid(204) }) }));
    const calls = await showTo(meOf(204), <CodePanel />, { ...answers(), devices: () => ({ answer: { devices: [] } }) });
    await pass(60_000);
    expect(calls.map(({ name }) => name)).not.toContain('giveOfflineKey');
    expect(reserves()).toEqual([]);
  });

  const standing = ({ offlineKeyId, own, givenAt }: ReturnType<typeof offlineKey>) => ({
    answer: {
      devices: [
        {
          deviceId: 'this-phone-0001',
          name: '手机',
          lastSeenAt: NOW,
          offlineKeys: [{ offlineKeyId, person: '本人', own, givenAt }],
        },
      ],
    },
  });

  it('stays while the phone stands in the list of devices', async () => {
    const key = offlineKey({ person: ownCard({ personId: uuid(205) }) });
    keepKey(uuid(205), key);
    await showTo(meOf(205), <CodePanel />, { ...answers(), devices: () => standing(key) });
    await pass(60_000);
    expect([reserves().length, wasTaken(uuid(205), uuid(205))]).toEqual([1, false]);
  });

  it('goes alone where a relative took theirs back, and theirs is not asked for again before the next log-in', async () => {
    const key = offlineKey({ person: ownCard({ personId: uuid(206) }) });
    keepKey(uuid(206), key);
    keepKey(uuid(206), hers);
    const bindings = () => ({ answer: { bindings: [binding()] } });
    const calls = await showTo(meOf(206), <CodePanel />, { ...answers(), bindings, devices: () => standing(key) });
    expect(reserves().map(({ key: { offlineKeyId } }) => offlineKeyId)).toEqual([key.offlineKeyId]);
    await tap('陈*兰的医保码', 'radio');
    await tap('我确认现在是为这位家人就医或购药', 'checkbox');
    await tap('出示陈*兰的医保码');
    await pass(1_000);
    expect(calls.map(({ name }) => name)).not.toContain('giveOfflineKey');
  });

  it('is not asked for anybody else either by a phone that has been removed meanwhile', async () => {
    keepKey(uuid(207), hers);
    const calls = await showTo(meOf(207), <CodePanel />, { ...answers(), devices: () => ({ answer: { devices: [] } }) });
    await pass(1_000);
    expect(calls.map(({ name }) => name)).not.toContain('giveOfflineKey');
    expect(reserves()).toEqual([]);
  });

  it("is nobody else's: who logs in next starts without", () => {
    keepKeys(offlineKey());
    keepKey(uuid(2), hers);
    expect(reserves().map(({ key }) => key.person.personId)).toEqual([guilan.personId]);
  });
});

const open = async () => {
  keepToken(TOKEN);
  await act(async () => resumeSession());
  await act(async () => {
    render(
      <Screen title="医保码" tab offline={<OfflinePanel />}>
        <CodePanel />
      </Screen>,
    );
  });
};

describe('opening the code page without network', () => {
  it("shows the own code of the phone, and a relative's after the person has confirmed whom they help", async () => {
    fakeBff({ me: () => 'silence' });
    keepKeys(hers, offlineKey());
    await open();
    expect(screen.getByRole('img', { name: '陈*国的离线医保码，二维码' })).toBeTruthy();
    await tap('陈*兰的医保码', 'radio');
    expect(screen.queryByRole('img', { name: /二维码/ })).toBeNull();
    await tap('我确认现在是为这位家人就医或购药', 'checkbox');
    await tap('出示陈*兰的医保码');
    await tap('显示数字');
    expect(screen.getByText(digitsOf(hers))).toBeTruthy();
  });

  it('goes over to the real page by itself as soon as somebody answers', async () => {
    let silent = true;
    fakeBff({
      me: () => (silent ? 'silence' : { answer: me() }),
      bindings: () => ({ answer: { bindings: [binding()] } }),
      showCode: () => ({ answer: code }),
      codeEvents: () => 'silence',
    });
    keepKeys(offlineKey());
    await open();
    silent = false;
    await pass(5_100);
    expect(screen.getByRole('img', { name: '陈建国的医保码，二维码' })).toBeTruthy();
  });

  it('asks for no code behind another tab, where somebody was reached', async () => {
    let silent = true;
    const calls = fakeBff({
      me: () => (silent ? 'silence' : { answer: me() }),
      bindings: () => ({ answer: { bindings: [] } }),
      showCode: () => ({ answer: code }),
      codeEvents: () => 'silence',
    });
    await open();
    await act(async () => hidePage());
    silent = false;
    await act(async () => resumeSession());
    await pass(60_000);
    expect(calls.filter(({ name }) => name === 'showCode')).toEqual([]);
    await act(async () => showPageAgain());
    expect(screen.getByRole('img', { name: '陈建国的医保码，二维码' })).toBeTruthy();
  });

  it('says that nobody answers where the phone keeps no key', async () => {
    fakeBff({ me: () => 'silence' });
    await open();
    expect(screen.getByText('暂时连不上服务')).toBeTruthy();
    expect(screen.getByRole('button', { name: '重新连接' })).toBeTruthy();
  });
});

describe('a screen capture in WeChat, without network', () => {
  beforeEach(() => {
    process.env.TARO_ENV = 'weapp';
    keepKeys(offlineKey());
  });
  afterEach(() => {
    process.env.TARO_ENV = 'h5';
  });
  const capture = async () => {
    await act(async () => captureScreen());
    return [/^刚才有截屏。截屏后一分钟内/, /已刷新|不能再用/, '离线医保码'].map((text) => screen.queryByText(text) !== null);
  };
  let isSilent: boolean;
  const show = () =>
    showTo(me(), <CodePanel />, {
      bindings: () => 'silence',
      showCode: () => (isSilent ? 'silence' : { answer: code }),
      codeEvents: () => 'silence',
      devices: () => 'silence',
    });

  it('does not claim that the picture of a code is worth nothing, nor does the code that comes next', async () => {
    isSilent = true;
    await show();
    expect(await capture()).toEqual([true, false, true]);
    isSilent = false;
    await pass(3_500);
    expect(screen.getByRole('img', { name: '陈建国的医保码，二维码' })).toBeTruthy();
    expect(screen.getByText(/^刚才有截屏。截屏后一分钟内/)).toBeTruthy();
  });

  it('does not claim it either of a code that nobody could replace', async () => {
    isSilent = false;
    await show();
    isSilent = true;
    expect(await capture()).toEqual([true, false, true]);
  });

  it('is told of as well before anybody was let in', async () => {
    fakeBff({ me: () => 'silence' });
    await open();
    expect(await capture()).toEqual([true, false, true]);
  });
});
