import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { BalanceCard } from '@/features/account/balance-card';
import { RelativeList } from '@/features/binding/relative-list';
import { phoneStorage } from '../../test/stubs/taro';
import { fakeBff } from '../../test/support/fake-bff';
import { account, binding, guilan, me, NOW, uuid } from '../../test/support/fixtures';
import { logsIn, showTo } from '../../test/support/signed-in';
import { logIn, logOut, resumeSession } from '@/shared/session/session';
import { loseToken } from '@/shared/session/token';
import { Screen } from '@/shared/ui/screen';
import { addressOf, keepAnswer, lastAnswer, presentVisit, recallAnswers } from '@/shared/bff/answers';
import { callBff } from '@/shared/bff/call-bff';

const DAY_MS = 24 * 3_600_000;
const List = () => <RelativeList onAdd={jest.fn()} onOpen={jest.fn()} onWhy={jest.fn()} onOpenGrant={jest.fn()} onClose={jest.fn()} />;
const stored = () => JSON.stringify([...phoneStorage]);
const readings = { account: () => ({ answer: account }), bindings: () => ({ answer: { bindings: [binding()] } }) };

/** Somebody reads the balance and the relatives; later the app is opened again. */
const readBefore = () =>
  showTo(
    me(),
    <>
      <BalanceCard />
      <List />
    </>,
    readings,
  );
const openAgain = async () => {
  recallAnswers();
  cleanup();
  await act(async () => resumeSession());
  await act(async () => void render(<Screen title="我的">{<BalanceCard />}</Screen>));
};

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse(NOW), doNotFake: ['queueMicrotask'] });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('what was read last', () => {
  it('is shown after a restart without network, with its age and the counter instead', async () => {
    await readBefore();
    jest.setSystemTime(Date.parse(NOW) + DAY_MS);
    fakeBff({ me: () => 'silence', account: () => 'silence' });
    await openAgain();
    const said = screen.getByRole('alert').textContent;
    expect(said).toMatch(/暂时连不上服务上次更新：昨天 \d\d:\d\d。/);
    expect(said).toContain('医保经办窗口');
    expect(screen.getAllByText(/可共济|余额/).length).toBeGreaterThan(0);
  });

  it('is shown also while the server is too busy to say who comes: nobody is logged out by that', async () => {
    await readBefore();
    jest.setSystemTime(Date.parse(NOW) + DAY_MS);
    fakeBff({ me: () => ({ refuse: 'SERVICE_BUSY' }), account: () => 'silence' });
    await openAgain();
    expect(screen.getByRole('alert').textContent).toContain('上次更新：昨天');
  });

  it('says how old it is until somebody answers', async () => {
    await readBefore();
    jest.setSystemTime(Date.parse(NOW) + DAY_MS);
    const never = new Promise<never>(() => undefined);
    fakeBff({ me: () => 'silence', account: () => 'silence' });
    const request = (await import('@tarojs/taro')).default.request as unknown as jest.Mock<() => Promise<never>>;
    request.mockImplementation(() => never);
    recallAnswers();
    cleanup();
    await act(async () => void resumeSession());
    await act(async () => void render(<Screen title="我的">{<BalanceCard />}</Screen>));
    expect(screen.getByText(/^上次更新：昨天 \d\d:\d\d，正在更新…$/)).toBeTruthy();
  });

  it('says on the phone nothing of certificates, not even masked', async () => {
    const [mother, aunt] = [
      binding({ other: { ...guilan, mark: '父母' } }),
      binding({ bindingId: uuid(11), other: { ...guilan, mark: '尾号 41' } }),
    ];
    await showTo(me(), <List />, { bindings: () => ({ answer: { bindings: [mother, aunt] } }) });
    const paidForMe = [{ payer: '王*（尾号 41）' }, { payer: '李*（父母）' }];
    keepAnswer(addressOf('premiumPayments'), { payments: [], paidForMe }, presentVisit());
    expect(stored()).toContain('父母');
    expect(stored()).toContain('李*（父母）');
    expect(stored()).not.toContain('尾号');
    await readBefore();
    expect(stored()).toContain('bindings');
    expect(stored()).not.toContain(me().maskedCertificate);
    expect(stored()).not.toContain(binding().other.maskedCertificate);
  });

  it('is forgotten after a week', async () => {
    await readBefore();
    jest.setSystemTime(Date.parse(NOW) + 7 * DAY_MS);
    recallAnswers();
    expect(lastAnswer(addressOf('account'))).toBeUndefined();
  });

  it.each([
    ['logging out', async () => logOut()],
    ['a session that is over', async () => loseToken()],
    ['another person who logs in', async () => void (await logIn('demo-other'))],
  ])('goes with %s', async (_, leave) => {
    await readBefore();
    expect(stored()).toContain(String(account.shareableFen));
    fakeBff({ logOut: () => 'silence', logIn: () => logsIn(me({ personId: uuid(2) })) });
    await act(leave);
    recallAnswers();
    expect(lastAnswer(addressOf('account'))).toBeUndefined();
    expect(stored()).not.toContain(binding().other.maskedName);
  });

  it('is not kept where it was asked for by who is here no more', async () => {
    await readBefore();
    const asked = presentVisit();
    await act(async () => loseToken());
    keepAnswer(addressOf('account'), account, asked);
    expect(stored()).not.toContain('answers');
  });
});

describe('a write without network', () => {
  const onLine = jest.spyOn(navigator, 'onLine', 'get');
  beforeEach(() => void onLine.mockReturnValue(false));
  afterEach(() => void onLine.mockReturnValue(true));

  it('does not leave the phone, and says so', async () => {
    const calls = fakeBff({});
    const outcome = await callBff('pauseGrant', { path: { bindingId: uuid(10), kind: 'show-code' } });
    expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'PHONE_OFFLINE', text: '手机没有网络，这一步没有办理' } });
    expect([calls.length, stored()]).toEqual([0, '[]']);
  });

  it('stays unknown where the same wish went out before', async () => {
    fakeBff({ applyPremium: () => 'silence' });
    onLine.mockReturnValue(true);
    const before = await callBff('applyPremium', { body: { quoteId: uuid(20) } });
    onLine.mockReturnValue(false);
    expect(await callBff('applyPremium', { body: { quoteId: uuid(20) } })).toEqual(before);
    expect(before.kind).toBe('unknown');
  });
});
