import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import type { Behaviours, Call } from '../../../test/support/fake-bff';
import { binding, me, NOW, shareFundsGrant, showCodeGrant, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { phoneStorage } from '../../../test/stubs/taro';
import { setElder } from '@/shared/session/elder';
import { InvitationByToken, InvitationPanel } from './invitation-panel';

const onOpen = jest.fn();
const TOKEN = 'k'.repeat(32);
const waiting = { state: 'proposed', stateText: '等待同意' } as const;
const invitation = binding({
  myRole: 'relative',
  awaitsMe: true,
  state: 'proposed',
  stateText: '等待您确认',
  acceptBy: NOW,
  grants: [showCodeGrant(waiting), shareFundsGrant(waiting)],
});
const tick = () => act(async () => fireEvent.click(screen.getByRole('checkbox')));
const accepted = () => ({ answer: binding({ myRole: 'relative' }) });
const show = (behaviours: Behaviours, answer = invitation) =>
  showTo(me(), <InvitationPanel bindingId={uuid(10)} onLeave={jest.fn()} onOpen={onOpen} />, {
    binding: () => ({ answer }),
    ...behaviours,
  });
const open = (behaviours: Behaviours) => showTo(me(), <InvitationByToken token={TOKEN} onLeave={jest.fn()} onOpen={onOpen} />, behaviours);
const bodyOf = (calls: readonly Call[], name: Call['name']) => calls.find((call) => call.name === name)?.body;

describe('an invitation in 长辈版', () => {
  beforeEach(() => act(async () => setElder(true)));
  afterEach(() => act(async () => setElder(false)));

  it('is one page of short sentences about what waits, with one big yes and a small no', async () => {
    const calls = await show({ acceptBinding: accepted }, { ...invitation, grants: [showCodeGrant(waiting), shareFundsGrant()] });
    expect(screen.getByText('TA出示您的医保码时，这次花了多少，TA会看到')).toBeTruthy();
    expect(screen.getByText('TA看不到您的余额和别的看病记录')).toBeTruthy();
    expect(screen.queryByText('不会动您账户里的钱')).toBeNull();
    expect(screen.queryByText('不同意也没关系，什么都不会变')).toBeNull();
    expect(screen.getByText('您同意或不同意，“由TA的个人账户帮我付”都已经生效，照旧')).toBeTruthy();
    expect(screen.getByRole('button', { name: '不认识，或不同意' })).toBeTruthy();
    expect(screen.queryByText('同意后可以')).toBeNull();
    await tap('看完整内容和规定');
    expect(screen.getByText('同意后可以')).toBeTruthy();
    await tap('我同意');
    expect(bodyOf(calls, 'acceptBinding')).toEqual({ faceCheckId: null, agreesTo: ['show-code'] });
    expect(screen.getByText('已同意绑定')).toBeTruthy();
  });

  it.each(['我同意', '不认识，或不同意'])(
    'that was withdrawn while somebody read it is read again, and asks no more: %s',
    async (answer) => {
      let withdrawn = false;
      const gone = binding({ myRole: 'relative', state: 'ended', stateText: '已结束', grants: [] });
      const late = () => {
        withdrawn = true;
        return { refuse: 'BINDING_STATE_CONFLICT' } as const;
      };
      await show({ binding: () => ({ answer: withdrawn ? gone : invitation }), acceptBinding: late, declineBinding: late });
      await tap(answer);
      expect(screen.getByText('这份邀请不需要您再答复。')).toBeTruthy();
      expect(screen.queryByRole('button', { name: answer })).toBeNull();
    },
  );

  it('is read out where the browser speaks, with every sentence that is on the page', async () => {
    const spoken: string[] = [];
    const speech = { speak: ({ text }: { readonly text: string }) => void spoken.push(text), cancel: jest.fn() };
    Object.assign(window, { speechSynthesis: speech });
    Object.assign(globalThis, {
      SpeechSynthesisUtterance: class {
        constructor(readonly text: string) {}
      },
    });
    await show({});
    await tap('读给我听');
    for (const text of ['想帮您办医保的事', 'TA看不到您的余额', '不会动您账户里的钱', '前答复，过期自动失效', '不同意也没关系'])
      expect(spoken[0]).toContain(text);
    await tap('停止朗读');
    expect(speech.cancel).toHaveBeenCalled();
    Reflect.deleteProperty(window, 'speechSynthesis');
  });

  it('says why where it cannot be accepted', async () => {
    await show({ acceptBinding: () => ({ refuse: 'BINDING_INVITATION_EXPIRED' }) });
    await tap('我同意');
    expect(screen.getByRole('alert')).toBeTruthy();
  });
});

describe('an invitation', () => {
  it('is accepted only after it was read', async () => {
    const calls = await show({ acceptBinding: accepted });
    await tap('同意绑定');
    expect(calls.map(({ name }) => name)).not.toContain('acceptBinding');
    expect(screen.getByRole('alert').textContent).toContain('请先勾选“我认识TA，并已看清以上内容”');
    await tick();
    await tap('同意绑定');
    expect(screen.getByText('已同意绑定')).toBeTruthy();
    expect(bodyOf(calls, 'acceptBinding')).toEqual({ faceCheckId: null, agreesTo: ['show-code', 'share-funds'] });
  });

  it('says what a yes allows, what it does not, and up to how much', async () => {
    await show({});
    expect(screen.getByText('陈*兰 出示您的医保码时，这次在哪里、一共多少钱，会显示在TA的手机上。')).toBeTruthy();
    expect(screen.getByText('陈*兰 看不到您的账户余额和别的看病记录。')).toBeTruthy();
    expect(screen.getByText('不动用您的个人账户去付 陈*兰 的费用。')).toBeTruthy();
    expect(screen.getByText('每次不超过 ¥500.00，每月不超过 ¥2,000.00')).toBeTruthy();
  });

  it('asks only about what waits', async () => {
    await show({}, { ...invitation, grants: [showCodeGrant(waiting), shareFundsGrant()] });
    expect(screen.getByText('已经生效、这次不用答复的：由TA的个人账户帮我付。')).toBeTruthy();
    expect(screen.queryByText(/^不动用您的个人账户/)).toBeNull();
  });

  it('is declined without ticking anything', async () => {
    await show({ declineBinding: () => ({ answer: binding({ myRole: 'relative', state: 'ended' }) }) });
    await tap('不同意');
    expect(screen.getByText('已选择不同意')).toBeTruthy();
  });

  it('that is declined says what stays in effect without it, before and after, and leads to where that is ended', async () => {
    const partly = { ...invitation, grants: [showCodeGrant(waiting), shareFundsGrant()] };
    await show(
      {
        declineBinding: () => ({ answer: { ...partly, awaitsMe: false, grants: [showCodeGrant({ state: 'ended' }), shareFundsGrant()] } }),
      },
      partly,
    );
    expect(document.body.textContent).not.toMatch(/不会有任何影响/);
    expect(screen.getByText(/这次请您答复的不会生效。已经生效的还在/)).toBeTruthy();
    await tap('不同意');
    expect(screen.getByText('这次请您答复的没有生效，TA会收到通知。')).toBeTruthy();
    expect(screen.getByText('仍然有效：由TA的个人账户帮我付')).toBeTruthy();
    await tap('打开这份绑定');
    expect(onOpen).toHaveBeenCalledWith(uuid(10));
  });

  it('says when it is too late', async () => {
    await show({ declineBinding: () => ({ refuse: 'BINDING_INVITATION_EXPIRED' }) });
    await tap('不同意');
    expect(screen.getByRole('alert').textContent).toContain('邀请已过期。');
  });

  it('that was widened while somebody read it has to be read and ticked again', async () => {
    let wide = false;
    const widen = () => {
      wide = true;
      return { refuse: 'BINDING_STATE_CONFLICT' } as const;
    };
    const narrow = { ...invitation, grants: [shareFundsGrant(waiting)] };
    const calls = await show({ binding: () => ({ answer: wide ? invitation : narrow }), acceptBinding: widen });
    await tick();
    await tap('同意绑定');
    expect(screen.getByText('由TA出示我的医保码')).toBeTruthy();
    await tap('同意绑定');
    expect(calls.filter(({ name }) => name === 'acceptBinding')).toHaveLength(1);
  });

  it('reads the state again when no answer came', async () => {
    const calls = await show({ declineBinding: () => 'silence' });
    await tap('不同意');
    expect(screen.getByRole('alert').textContent).toContain('处理中，请勿重复办理');
    await tap('查看最新状态');
    expect(calls.map(({ name }) => name)).toEqual(['binding', 'declineBinding', 'binding']);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the link of an invitation', () => {
  it('opens it by its token, in the body of a request', async () => {
    const calls = await open({ openInvitation: () => ({ answer: invitation }), acceptBinding: accepted });
    expect(calls[0]).toMatchObject({ name: 'openInvitation', body: { token: TOKEN }, query: '' });
    await tick();
    await tap('同意绑定');
    expect(screen.getByText('已同意绑定')).toBeTruthy();
  });

  it('reads the binding itself where no answer came: the token may be used up', async () => {
    const calls = await open({
      openInvitation: () => ({ answer: invitation }),
      acceptBinding: () => 'silence',
      binding: () => accepted(),
    });
    await tick();
    await tap('同意绑定');
    await tap('查看最新状态');
    expect(calls.map(({ name }) => name)).toEqual(['openInvitation', 'acceptBinding', 'binding']);
    expect(screen.getByText('这份邀请不需要您再答复。')).toBeTruthy();
  });

  it.each([
    ['INVITATION_INVALID', '这份邀请打不开'],
    ['BINDING_INVITATION_EXPIRED', '这份邀请已经过期'],
  ] as const)('that is %s says so calmly, with a way home', async (refuse, title) => {
    await open({ openInvitation: () => ({ refuse }) });
    expect(screen.getByText(title)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('button', { name: '返回亲情账户' })).toBeTruthy();
  });

  it('is not forgotten when the demonstration changes the person', async () => {
    await open({ openInvitation: () => ({ refuse: 'INVITATION_INVALID' }), logOut: () => ({ answer: {} }) });
    await tap('您现在是陈建国，换一位演示人物打开');
    expect(phoneStorage.get('invitation')).toMatchObject({ token: TOKEN });
  });
});

describe('a face check', () => {
  const ID = 'face-check-0000000001';
  const needed = { ...invitation, needsFaceCheck: true };
  /** The sandbox stands beside the BFF and is not in its contract. */
  const hear = (statusCode: number) => {
    const told: unknown[] = [];
    const request = Taro.request as unknown as jest.Mock<(sent: { url: string; data?: unknown }) => Promise<object>>;
    const bff = request.getMockImplementation();
    request.mockImplementation(async (sent) => {
      if (!sent.url.startsWith('/sandbox/')) return (await bff?.(sent)) ?? {};
      told.push([sent.url, sent.data]);
      return { statusCode, data: {} };
    });
    return told;
  };
  const started = () => ({ answer: { faceCheckId: ID, simulated: true } });
  const begin = async () => {
    await tick();
    await tap('同意绑定，去刷脸');
    await tap('开始本人刷脸');
  };

  it('comes before a yes, and the yes names it', async () => {
    const calls = await show({ startFaceCheck: started, acceptBinding: accepted }, needed);
    const told = hear(200);
    await begin();
    expect(screen.getByText('演示：这里由微信刷脸')).toBeTruthy();
    await tap('模拟通过');
    expect(told).toEqual([['/sandbox/face-checks', { faceCheckId: ID, passed: true }]]);
    expect(bodyOf(calls, 'acceptBinding')).toMatchObject({ faceCheckId: ID });
    expect(screen.getByText('已同意绑定')).toBeTruthy();
  });

  it('that failed accepts nothing, and says how to go on without a camera', async () => {
    const calls = await show({ startFaceCheck: started }, needed);
    hear(200);
    await begin();
    await tap('模拟没有通过');
    expect(screen.getByText('这次没有通过')).toBeTruthy();
    expect(screen.getByText(/本人带身份证/)).toBeTruthy();
    expect(calls.map(({ name }) => name)).not.toContain('acceptBinding');
    expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy();
  });

  it('whose outcome nobody heard accepts nothing', async () => {
    const calls = await show({ startFaceCheck: started }, needed);
    hear(502);
    await begin();
    await tap('模拟通过');
    expect(screen.getByText('暂时连不上服务')).toBeTruthy();
    expect(calls.map(({ name }) => name)).not.toContain('acceptBinding');
  });

  it('is offered again when the server has not seen it pass', async () => {
    await show({ startFaceCheck: started, acceptBinding: () => ({ refuse: 'BINDING_FACE_CHECK_REQUIRED' }) }, needed);
    hear(200);
    await begin();
    await tap('模拟通过');
    expect(screen.getByRole('alert').textContent).toContain('要本人刷脸通过后才能同意。');
    expect(screen.getByRole('button', { name: '同意绑定，去刷脸' })).toBeTruthy();
  });
});
