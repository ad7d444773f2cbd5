import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fenText } from '@gongji/domain';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { captureScreen, hidePage, showPageAgain } from '../../../test/stubs/taro';
import { connection } from '../../../test/support/connection';
import { binding, guilan, me, ownCard, policyView, settlement, shownCode, uuid } from '../../../test/support/fixtures';
import { chineseOnPage, drawsInEnglish } from '../../../test/support/in-english';
import type { Behaviours, Call } from '../../../test/support/fake-bff';
import { showTo, tap } from '../../../test/support/signed-in';
import { CodePanel } from './code-panel';

const code = shownCode({ person: ownCard() });
const shown = (changes = {}) => ({
  codeId: code.codeId,
  state: 'shown' as const,
  scannedAt: null,
  institution: null,
  settlement: null,
  ...changes,
});

const behaviours = (changes: Behaviours = {}): Behaviours => ({
  bindings: () => ({ answer: { bindings: [binding()] } }),
  showCode: () => ({ answer: code }),
  codeEvents: () => ({ answer: shown() }),
  policy: () => ({ answer: policyView() }),
  ...changes,
});
const pass = (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms));
const turnAway = (visibilityState: 'hidden' | 'visible') =>
  act(async () => {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibilityState);
    document.dispatchEvent(new Event('visibilitychange'));
  });
const shownFor = (calls: readonly Call[]) =>
  calls.filter(({ name }) => name === 'showCode').map(({ body }) => (body as { personId: string }).personId);

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the code page', () => {
  it('tells whoever has bound nobody that their own code needs no binding, and nobody else', async () => {
    await showTo(me(), <CodePanel />, behaviours({ bindings: () => ({ answer: { bindings: [] } }) }));
    expect(screen.getByText(/自己的医保码不用绑定/)).toBeTruthy();
    cleanup();
    await showTo(me(), <CodePanel />, behaviours());
    expect(screen.queryByText(/自己的医保码不用绑定/)).toBeNull();
    expect(screen.getByText('帮家人办')).toBeTruthy();
  });

  it('shows the own code at once, with its remaining time in words', async () => {
    const calls = await showTo(me(), <CodePanel />, behaviours());
    expect(shownFor(calls)).toEqual([uuid(1)]);
    expect(screen.getByRole('img', { name: '陈建国的医保码，二维码' })).toBeTruthy();
    expect(screen.getByRole('img', { name: '陈建国的医保码，条形码' })).toBeTruthy();
    expect(screen.getByText(/^还剩 \d+ 秒，到时自动刷新$/)).toBeTruthy();
  });

  it('shows a relative only after the person has confirmed whom they help', async () => {
    const calls = await showTo(me({ personId: uuid(101) }), <CodePanel />, behaviours());
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: '陈*兰的医保码' })));
    expect(screen.getByText('将代 陈*兰 出示医保码')).toBeTruthy();
    expect(screen.queryByText('正在代 陈*兰 出示')).toBeNull();
    expect(screen.getAllByText(/^钱可以共济，医保码不能共用/)).toHaveLength(1);
    expect(shownFor(calls)).not.toContain(guilan.personId);
    const show = screen.getByRole('button', { name: '出示陈*兰的医保码' });
    await act(async () => fireEvent.click(show));
    expect(screen.getByRole('alert').textContent).toContain('请先勾选“我确认现在是为这位家人就医或购药”');
    expect(screen.queryByText('正在代 陈*兰 出示')).toBeNull();
    await act(async () => fireEvent.click(screen.getByRole('checkbox')));
    await act(async () => fireEvent.click(show));
    expect(screen.getByText('正在代 陈*兰 出示')).toBeTruthy();
    expect(shownFor(calls)).toContain(guilan.personId);
    expect(screen.getByRole('img', { name: '陈*兰的医保码，二维码' })).toBeTruthy();
  });

  it('never puts the own code in the place of a relative who can no longer be shown, and says why', async () => {
    let bindings = [binding()];
    const calls = await showTo(
      me({ personId: uuid(104) }),
      <CodePanel />,
      behaviours({
        bindings: () => ({ answer: { bindings } }),
        showCode: () => (bindings.length === 0 ? { refuse: 'CODE_NOT_ALLOWED' } : { answer: code }),
      }),
    );
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: '陈*兰的医保码' })));
    await act(async () => fireEvent.click(screen.getByRole('checkbox')));
    await tap('出示陈*兰的医保码');
    bindings = [];
    await turnAway('hidden');
    await turnAway('visible');
    await act(async () => showPageAgain());
    expect(shownFor(calls)).toEqual([uuid(104), guilan.personId, guilan.personId]);
    expect(screen.getByRole('alert').textContent).toContain('您不能出示这个人的医保码');
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: '我的医保码，陈建国' })));
    expect(screen.queryByRole('radio')).toBeNull();
    expect(shownFor(calls).at(-1)).toBe(uuid(104));
  });

  it('tells apart two relatives whose names are masked alike, by what they are to the person', async () => {
    const both = [
      binding({ other: { ...guilan, mark: '父母' } }),
      binding({ bindingId: uuid(78), other: { ...guilan, personId: uuid(77), mark: '子女' } }),
    ];
    await showTo(me(), <CodePanel />, behaviours({ bindings: () => ({ answer: { bindings: both } }) }));
    expect(screen.getByRole('radio', { name: '陈*兰（父母）的医保码' }).textContent).toContain('兰');
    expect(screen.getByRole('radio', { name: '陈*兰（子女）的医保码' })).toBeTruthy();
  });

  it('tells apart by the end of their certificates who is the same to the person as well', async () => {
    const both = [
      binding({ other: { ...guilan, mark: '尾号 03' } }),
      binding({ bindingId: uuid(78), other: { ...guilan, personId: uuid(77), mark: '尾号 41' } }),
    ];
    await showTo(me(), <CodePanel />, behaviours({ bindings: () => ({ answer: { bindings: both } }) }));
    expect(screen.getByRole('radio', { name: '陈*兰（尾号 03）的医保码' })).toBeTruthy();
    expect(screen.getByRole('radio', { name: '陈*兰（尾号 41）的医保码' })).toBeTruthy();
  });

  it('offers no code of a relative who has not agreed', async () => {
    const [showCode, shareFunds] = binding().grants;
    if (showCode === undefined || shareFunds === undefined) throw new Error('the fixture has two grants');
    const waiting = binding({ grants: [{ ...showCode, state: 'proposed' }, shareFunds] });
    await showTo(me(), <CodePanel />, behaviours({ bindings: () => ({ answer: { bindings: [waiting] } }) }));
    expect(screen.queryByRole('radio', { name: '陈*兰的医保码' })).toBeNull();
  });

  it('leaves nothing to scan when the code is over and nobody answers', async () => {
    let silent = false;
    await showTo(me(), <CodePanel />, behaviours({ showCode: () => (silent ? 'silence' : { answer: code }) }));
    silent = true;
    await pass(31_000);
    expect(screen.getByText('已过期')).toBeTruthy();
    expect(screen.queryByRole('img', { name: '陈建国的医保码，二维码' })).toBeNull();
    silent = false;
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '刷新医保码' })));
    expect(screen.getByRole('img', { name: '陈建国的医保码，二维码' })).toBeTruthy();
  });

  it('says why there is no code', async () => {
    await showTo(me(), <CodePanel />, behaviours({ showCode: () => ({ refuse: 'CODE_OWNER_NOT_INSURED' }) }));
    expect(screen.getByRole('alert').textContent).toContain('目前不是正常参保状态，医保码暂不能使用。');
    expect(screen.getByRole('alert').textContent).toContain('代码 C003');
  });

  it('turns to scanned and then to the settlement by itself', async () => {
    let events = shown();
    await showTo(me(), <CodePanel />, behaviours({ codeEvents: () => ({ answer: events }) }));
    events = shown({ state: 'scanned', scannedAt: settlement.at, institution: '示范社区医院（演示）' });
    await pass(1_600);
    expect(screen.getByText('已扫码，正在结算')).toBeTruthy();
    events = shown({ state: 'settled', settlement });
    await pass(1_600);
    expect(screen.getByText('结算完成')).toBeTruthy();
    expect(screen.getByText('¥120.00')).toBeTruthy();
    expect(screen.queryByRole('img', { name: '陈建国的医保码，二维码' })).toBeNull();
  });

  it('is told over its connection, and asks nobody meanwhile', async () => {
    const phone = connection();
    const calls = await showTo(me(), <CodePanel />, behaviours());
    await act(async () => phone.open());
    // The service answers whenever it is asked, and it is asked after each ten seconds of silence.
    for (let answers = 0; answers < 3; answers += 1) {
      await act(async () => phone.tell(shown()));
      await pass(10_500);
    }
    expect(calls.map(({ name }) => name)).not.toContain('codeEvents');
    await act(async () => phone.tell(shown({ state: 'scanned', scannedAt: settlement.at, institution: '示范社区医院（演示）' })));
    expect(screen.getByText('已扫码，正在结算')).toBeTruthy();
    await act(async () => phone.tell(shown({ state: 'settled', settlement })));
    expect(screen.getByText('结算完成')).toBeTruthy();
    const voided = { ...settlement, voidedAt: settlement.at };
    await act(async () => phone.tell(shown({ state: 'settled', settlement: voided })));
    expect(screen.getByText('已撤销，退回各人账户')).toBeTruthy();
    expect(phone.closed()).toBe(true);
  });

  it('asks every second and a half while its connection is gone', async () => {
    const phone = connection();
    const calls = await showTo(me(), <CodePanel />, behaviours());
    await act(async () => phone.open());
    await act(async () => phone.break());
    await pass(4_600);
    expect(calls.filter(({ name }) => name === 'codeEvents')).toHaveLength(3);
  });

  it('leaves no connection behind when the page is left', async () => {
    const phone = connection();
    await showTo(me(), <CodePanel />, behaviours());
    await act(async () => phone.open());
    cleanup();
    expect(phone.closed()).toBe(true);
  });

  it('fills the screen with the code, turns to the long bar code, and has a way back', async () => {
    await showTo(me(), <CodePanel />, behaviours());
    await tap('放大');
    expect(screen.getByRole('dialog', { name: '陈建国的医保码' })).toBeTruthy();
    expect(screen.getByRole('img', { name: '陈建国的医保码，大二维码' })).toBeTruthy();
    await tap('换成条形码');
    expect(screen.getByRole('img', { name: '陈建国的医保码，竖放的大条形码' })).toBeTruthy();
    await tap('关闭大图');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says in the large picture too how long it can be scanned, by the same clock, and goes on with the next code', async () => {
    let turn = 60;
    await showTo(me(), <CodePanel />, behaviours({ showCode: () => ({ answer: { ...code, codeId: uuid((turn += 1)) } }) }));
    await tap('放大');
    const large = within(screen.getByRole('dialog'));
    const said = new Set<string>();
    for (let seconds = 0; seconds < 33; seconds += 1) {
      const left = document.querySelector('#code-count')?.textContent?.replace(/，.*/, '') ?? 'none';
      expect(large.getByText(left)).toBeTruthy();
      said.add(left);
      await pass(1_000);
    }
    expect(said.size).toBeGreaterThan(20);
  });

  it('shows nothing large once the code is over and nobody answers', async () => {
    let silent = false;
    await showTo(me(), <CodePanel />, behaviours({ showCode: () => (silent ? 'silence' : { answer: code }) }));
    await tap('放大');
    silent = true;
    await pass(31_000);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('已过期')).toBeTruthy();
  });

  it('speaks at the start, near the end and after a renewal, and not every second', async () => {
    let turn = 40;
    await showTo(me(), <CodePanel />, behaviours({ showCode: () => ({ answer: { ...code, codeId: uuid((turn += 1)) } }) }));
    const spoken = () => document.querySelector('[aria-live="polite"]')?.textContent;
    const heard = [spoken()];
    for (let seconds = 0; seconds < 40; seconds += 1) {
      await pass(1_000);
      if (spoken() !== heard[heard.length - 1]) heard.push(spoken());
    }
    expect(heard).toEqual(['陈建国的医保码已显示，可以扫码', '陈建国的医保码还剩 10 秒，会自动刷新', '陈建国的医保码已刷新']);
  });

  it('turns to the neighbour by a flick and by the arrow keys, and not by scrolling', async () => {
    await showTo(me({ personId: uuid(102) }), <CodePanel />, behaviours());
    const chosen = () =>
      screen
        .getAllByRole('radio')
        .filter((radio) => radio.getAttribute('aria-checked') === 'true')[0]
        ?.getAttribute('aria-label');
    const page = () => document.querySelector('.pages__page') as Element;
    const flick = async (x: number, y: number) => {
      await act(async () => {
        fireEvent.touchStart(page(), { touches: [{ clientX: 200, clientY: 300 }] });
        fireEvent.touchEnd(page(), { changedTouches: [{ clientX: 200 + x, clientY: 300 + y }] });
      });
      return chosen();
    };
    const own = '我的医保码，陈建国';
    const hers = '陈*兰的医保码';
    expect([await flick(-60, 40), await flick(-40, 0), await flick(-90, 10), await flick(-90, 10), await flick(90, 0)]).toEqual([
      own,
      own,
      hers,
      hers,
      own,
    ]);
    const stops = () => screen.getAllByRole('radio').filter((radio) => radio.getAttribute('tabindex') === '0');
    stops()[0]?.focus();
    for (const next of [hers, own]) {
      await act(async () => fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowRight' }));
      expect([chosen(), document.activeElement?.getAttribute('aria-label')]).toEqual([next, next]);
      expect(stops()).toEqual([document.activeElement]);
    }
  });

  it('stays with the person whose code fills the screen, however a thumb slips over it', async () => {
    await showTo(me({ personId: uuid(103) }), <CodePanel />, behaviours());
    await tap('放大');
    const zoomed = screen.getByRole('dialog');
    await act(async () => {
      fireEvent.touchStart(zoomed, { touches: [{ clientX: 300, clientY: 300 }] });
      fireEvent.touchEnd(zoomed, { changedTouches: [{ clientX: 100, clientY: 302 }] });
    });
    expect(screen.getByRole('dialog', { name: '陈建国的医保码' })).toBeTruthy();
  });

  it('brings the result before the eyes of who has moved down the page', async () => {
    let events = shown();
    await showTo(me(), <CodePanel />, behaviours({ codeEvents: () => ({ answer: events }) }));
    for (const state of ['scanned', 'settled'] as const) {
      document.body.focus();
      (document.activeElement as HTMLElement).blur();
      events = shown({ state, settlement: state === 'settled' ? settlement : null });
      await pass(1_600);
      expect(document.activeElement?.id).toBe('result-title');
    }
    expect(document.activeElement?.textContent).toBe('结算完成');
  });

  it('gives a settlement a number that can be read out', async () => {
    await showTo(me(), <CodePanel />, behaviours({ codeEvents: () => ({ answer: shown({ state: 'settled', settlement }) }) }));
    await pass(1_600);
    expect(screen.getByText('2611 2200 0004 7119')).toBeTruthy();
    expect(document.body.textContent).not.toContain(settlement.settlementId);
  });

  it('says of a settlement that was taken back that the money is where it came from', async () => {
    const voided = { ...settlement, voidedAt: '2026-11-22T11:30:00.000+08:00' };
    await showTo(me(), <CodePanel />, behaviours({ codeEvents: () => ({ answer: shown({ state: 'settled', settlement: voided }) }) }));
    await pass(1_600);
    expect(screen.getByText('已撤销，退回各人账户')).toBeTruthy();
    expect(screen.queryByText('结算完成')).toBeNull();
    expect(screen.getByText('撤销时间')).toBeTruthy();
    // The sum beneath is what came back into accounts, and not what was not paid from them.
    expect(document.querySelector('.amount--huge')?.textContent).toBe(fenText(settlement.accountFen));
    expect(screen.getByText('总费用').nextSibling?.textContent).toBe(fenText(settlement.totalFen));
  });

  it('asks for no code behind another page, however often the browser is left and come back to', async () => {
    const calls = await showTo(me(), <CodePanel />, behaviours());
    await act(async () => hidePage());
    await turnAway('hidden');
    await turnAway('visible');
    await pass(60_000);
    expect(shownFor(calls)).toHaveLength(1);
    await act(async () => showPageAgain());
    expect(shownFor(calls)).toHaveLength(2);
  });

  it('does not listen for captures where the platform does not tell of them', async () => {
    const calls = await showTo(me(), <CodePanel />, behaviours());
    captureScreen();
    await pass(100);
    expect(shownFor(calls)).toHaveLength(1);
  });
});

describe('a screen capture in WeChat', () => {
  beforeEach(() => {
    process.env.TARO_ENV = 'weapp';
  });
  afterEach(() => {
    process.env.TARO_ENV = 'h5';
  });
  const capture = () => act(async () => captureScreen());

  it('of a code makes it worth nothing, and says so', async () => {
    const calls = await showTo(me(), <CodePanel />, behaviours());
    await capture();
    expect(shownFor(calls)).toHaveLength(2);
    expect(screen.getByText(/^刚才有截屏/)).toBeTruthy();
  });

  it('of what was paid leaves it on the screen', async () => {
    const calls = await showTo(
      me(),
      <CodePanel />,
      behaviours({ codeEvents: () => ({ answer: shown({ state: 'settled', settlement }) }) }),
    );
    await pass(1_600);
    await capture();
    expect(document.getElementById('result-title')?.textContent).toBe('结算完成');
    expect(shownFor(calls)).toHaveLength(1);
  });

  it('of another page asks for no code', async () => {
    const calls = await showTo(me(), <CodePanel />, behaviours());
    await turnAway('hidden');
    await capture();
    await turnAway('visible');
    expect(screen.queryByText(/^刚才有截屏/)).toBeNull();
    expect(shownFor(calls)).toHaveLength(2);
  });
});

describe('the code page in English', () => {
  drawsInEnglish();
  const names = ['陈*兰', '深圳市', '梅州市'];

  it('says whose code it is, how long it is good, and what becomes of it', async () => {
    await showTo(me(), <CodePanel />, behaviours());
    expect(screen.getByRole('img', { name: 'Insurance code of 陈建国, QR code' })).toBeTruthy();
    expect(screen.getByText(/^\d+ seconds left, then it refreshes by itself$/)).toBeTruthy();
    expect(chineseOnPage(...names)).toEqual([]);
  });

  it('says what to know before a relative is shown', async () => {
    await showTo(me({ personId: uuid(101) }), <CodePanel />, behaviours());
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'Insurance code of 陈*兰' })));
    expect(screen.getByText('Showing the code for 陈*兰')).toBeTruthy();
    expect(chineseOnPage(...names)).toEqual([]);
  });
});
