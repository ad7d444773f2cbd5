import { describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { phoneStorage, showPageAgain } from '../../../../test/stubs/taro';
import type { Behaviours } from '../../../../test/support/fake-bff';
import {
  binding,
  checkResult,
  explanation,
  me,
  NOW,
  policyView,
  rule,
  sharedLimit,
  shareFundsGrant,
  uuid,
} from '../../../../test/support/fixtures';
import { showTo, tap } from '../../../../test/support/signed-in';
import { AddRelativePanel } from './add-relative-panel';
import { forgetSecret } from './kept-draft';
import type { Subject } from './subject';

// Each test is somebody else: what one has filled in waits for them.
let person = 200;
const places = [
  { regionCode: '440000', regionName: '广东省', hasOwnRules: true },
  { regionCode: '441400', regionName: '梅州市', hasOwnRules: false },
];
const fine = explanation({ about: 'bind', question: '能绑定吗？' });
const show = async (behaviours: Behaviours = {}, { subject = { kind: 'new' }, who = (person += 1) }: Shown = {}) =>
  showTo(me({ personId: uuid(who), demo: false }), <AddRelativePanel subject={subject} onOpen={jest.fn()} onLeave={jest.fn()} />, {
    bindings: () => ({ answer: { bindings: [] } }),
    consent: () => ({ answer: { version: 'v1', title: '告知书', paragraphs: ['第一段'] } }),
    regions: () => ({ answer: { regions: places } }),
    policy: () => ({ answer: policyView() }),
    sharedLimit: () => ({ answer: sharedLimit({ required: false, limitFen: null }) }),
    checkBinding: () => ({ answer: { explanations: [fine] } }),
    ...behaviours,
  });
interface Shown {
  readonly subject?: Subject;
  readonly who?: number;
}
const fill = (label: string, value: string) =>
  act(async () => fireEvent.change(screen.getByRole('textbox', { name: new RegExp(`^${label}`) }), { target: { value } }));

async function upToPerson() {
  await tap('开始办理');
  await tap('我已阅读并同意告知书', 'checkbox');
  await tap('下一步');
}
async function upToGrants(relation = '父母') {
  await upToPerson();
  await tap(relation, 'radio');
  await fill('姓名', '陈桂兰');
  await fill('证件号码', '11010519491231002X');
  await tap('梅州市', 'radio');
  await tap('下一步');
}
async function upToCheck() {
  await upToGrants();
  await tap('出示TA的医保码', 'switch');
  await tap('下一步');
}
async function upToSigning() {
  await upToCheck();
  await tap('确认无误，去签名');
}
async function sign() {
  const pad = screen.getByRole('img', { name: /手写签名区/ });
  const at = (clientX: number, clientY: number) => ({ touches: [{ clientX, clientY }] });
  await act(async () => fireEvent.touchStart(pad, at(10, 10)));
  await act(async () => fireEvent.touchMove(pad, at(60, 40)));
  await act(async () => fireEvent.touchEnd(pad));
}

describe('binding a relative', () => {
  it('does not go on before the notice is ticked, which it is not beforehand', async () => {
    await show();
    await tap('开始办理');
    expect(screen.getByRole('checkbox', { name: '我已阅读并同意告知书' }).getAttribute('aria-checked')).toBe('false');
    await tap('下一步');
    expect(screen.getByText('第一段')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('请先勾选“我已阅读并同意告知书”');
  });

  it('names every field that needs mending, takes the focus there and keeps what was typed', async () => {
    await show();
    await upToPerson();
    await fill('姓名', '陈桂兰');
    await tap('下一步');
    const summary = screen.getByRole('alert');
    expect(summary.textContent).toContain('有 3 处需要改正');
    expect(document.activeElement).toBe(summary);
    expect(screen.getByRole('textbox', { name: /^姓名/ })).toHaveProperty('value', '陈桂兰');
  });

  it('shows every answer before signing, each with its way back', async () => {
    await show();
    await upToCheck();
    await tap('修改家人信息');
    expect(screen.getByRole('textbox', { name: /^证件号码/ })).toHaveProperty('value', '11010519491231002X');
    await fill('证件号码', '１１０１０５１９４９１２３１００２ｘ');
    await tap('下一步');
    await tap('下一步');
    expect(screen.getByText('11010519491231002X')).toBeTruthy();
  });

  it('cannot be sent unsigned, and ends on a page that says what happens next', async () => {
    const proposed = binding({
      state: 'proposed',
      stateText: '等待TA确认',
      acceptBy: NOW,
      grants: binding().grants.map((grant) => ({ ...grant, state: 'proposed' })),
    });
    const calls = await show({ proposeBinding: () => ({ answer: proposed }) });
    await upToSigning();
    await tap('签名并提交绑定');
    expect(calls.map(({ name }) => name)).not.toContain('proposeBinding');
    expect(screen.getByRole('alert').textContent).toContain('请先签名');
    await sign();
    await tap('签名并提交绑定');
    expect(screen.getByText('等待 陈*兰 确认')).toBeTruthy();
    expect(calls.find(({ name }) => name === 'proposeBinding')?.body).toMatchObject({
      relation: 'parent',
      showCode: { endsOn: null },
      shareFunds: null,
      signature: 'M10 10L60 40',
    });
  });

  it('keeps all answers when it is refused', async () => {
    await show({ proposeBinding: () => ({ refuse: 'IDENTITY_NOT_CONFIRMED' }) });
    await upToSigning();
    await sign();
    await tap('签名并提交绑定');
    expect(screen.getByRole('alert').textContent).toContain('姓名、证件号码和参保地对不上。');
    await tap('上一步');
    expect(screen.getByText('陈桂兰')).toBeTruthy();
  });

  it('sends the same request under the same key when no answer came', async () => {
    const calls = await show({ proposeBinding: () => 'silence' });
    await upToSigning();
    await sign();
    await tap('签名并提交绑定');
    await tap('再次提交并查看结果');
    const keys = calls.filter(({ name }) => name === 'proposeBinding').map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });
});

const no = explanation({
  about: 'bind',
  question: '能绑定吗？',
  usable: false,
  checks: [
    checkResult({
      title: '扣款用途',
      result: 'no',
      code: 'BINDING_USE_NOT_ALLOWED',
      text: '深圳市的规则没有把“长护险保费”列入共济用途。',
      nextStep: '请取消这一项。',
      rule: rule({ kind: 'uses', text: '个人账户可以帮家人付：看病。' }),
    }),
  ],
});

describe('whether it will work', () => {
  it('is said before signing, with the reason, its source and the way to the field that mends it', async () => {
    await show({ checkBinding: () => ({ answer: { explanations: [no] } }) });
    await upToCheck();
    expect(screen.getByText('照现在的内容办不了')).toBeTruthy();
    expect(screen.getByText('深圳市的规则没有把“长护险保费”列入共济用途。')).toBeTruthy();
    expect(screen.getByRole('button', { name: '查看依据：个人账户可以帮家人付：看病。' })).toBeTruthy();
    await tap('现在还不能签名');
    expect(screen.queryByRole('img', { name: /手写签名区/ })).toBeNull();
    await tap('修改用途');
    expect(screen.getByText('授权内容', { selector: '#step-title' })).toBeTruthy();
  });

  it('is not asked again as it stands where only a change can help', async () => {
    await show({ checkBinding: () => ({ refuse: 'IDENTITY_NOT_CONFIRMED' }) });
    await upToCheck();
    expect(screen.getByRole('button', { name: '修改姓名和证件' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '重新加载' })).toBeNull();
  });

  it('is asked once, with what was filled in and nothing that was not signed yet', async () => {
    const calls = await show();
    await upToCheck();
    await act(async () => showPageAgain());
    const checks = calls.filter(({ name }) => name === 'checkBinding').map(({ body }) => body);
    expect(checks).toEqual([expect.objectContaining({ relation: 'parent', showCode: { endsOn: null } })]);
    expect(screen.getAllByText('能办')).toHaveLength(1);
  });

  it('is said again after a refusal, beneath it', async () => {
    await show({
      proposeBinding: () => ({ refuse: 'BINDING_TOO_MANY_RELATIVES' }),
      checkBinding: () => ({ answer: { explanations: [fine] } }),
    });
    await upToSigning();
    await sign();
    await tap('签名并提交绑定');
    expect(screen.getByText('查了哪些')).toBeTruthy();
    expect(screen.getByRole('button', { name: '修改开关' })).toBeTruthy();
  });
});

describe('what my region asks for', () => {
  it('is told before starting, each with its source, and what nobody published as well', async () => {
    await show({
      policy: () => ({
        answer: policyView({ unknown: [{ kind: 'minMonthsBeforeEnd', title: '最短绑定时间', text: '不限制，随时可以解绑。' }] }),
      }),
    });
    expect(screen.queryByRole('button', { name: '查看依据：最多绑定 7 位亲属' })).toBeNull();
    await tap('看全部规则（2 条）');
    expect(screen.getByRole('button', { name: '查看依据：最多绑定 7 位亲属' })).toBeTruthy();
    expect(screen.getByText('不限制，随时可以解绑。')).toBeTruthy();
  });

  it('is open at once where it is about who agrees, the papers and what must be filled in', async () => {
    const { asks } = policyView();
    const rules = [
      rule({ kind: 'maxRelatives', text: '最多绑定 7 位亲属' }),
      rule({ kind: 'grantEndDate', text: '家庭共济要填写结束日期。' }),
      rule({ kind: 'deductionOrder', text: '先扣本人账户。' }),
      rule({ kind: 'papers', text: '办理前请准备：承诺书。' }),
    ];
    await show({ policy: () => ({ answer: policyView({ rules, asks: { ...asks, endDateRequired: true } }) }) });
    for (const text of ['办理前请准备：承诺书。', '家庭共济要填写结束日期。']) expect(screen.getByText(text)).toBeTruthy();
    for (const text of ['最多绑定 7 位亲属', '先扣本人账户。']) expect(screen.queryByText(text)).toBeNull();
  });

  it('offers no use that it does not list, and says so', async () => {
    const { asks } = policyView();
    await show({ policy: () => ({ answer: policyView({ asks: { ...asks, endDateRequired: true, placeRequired: true } }) }) });
    await upToGrants();
    await tap('用我的个人账户帮TA付', 'switch');
    const off = screen.getByRole('checkbox', { name: /^长护险保费/ });
    expect(off.getAttribute('aria-disabled')).toBe('true');
    await act(async () => fireEvent.click(off));
    expect(off.getAttribute('aria-checked')).toBe('false');
    await tap('看病', 'checkbox');
    await tap('下一步');
    expect(screen.getByRole('alert').textContent).toContain('您的参保地要求填写扣款顺位');
    expect(screen.getByRole('alert').textContent).toContain('您的参保地要求填写结束日期');
  });

  it('is marked as required before anything is sent, and what may be left empty is not', async () => {
    const { asks } = policyView();
    const all = { ...asks, endDateRequired: true, placeRequired: true, requiredLimits: ['per-payment' as const] };
    const shared = sharedLimit({ required: true, limitFen: null });
    const calls = await show({ policy: () => ({ answer: policyView({ asks: all }) }), sharedLimit: () => ({ answer: shared }) });
    await upToGrants();
    await tap('用我的个人账户帮TA付', 'switch');
    for (const name of [/^单次限额（元），必填$/, /^全体亲属共用限额（元），必填$/, /^扣款顺位，必填$/]) {
      expect(screen.getByRole('textbox', { name })).toBeTruthy();
    }
    expect(screen.getByRole('textbox', { name: '每月限额（元）' })).toBeTruthy();
    expect(screen.getByRole('radiogroup', { name: '到什么时候，必填' })).toBeTruthy();
    expect(screen.getAllByText('必填')).toHaveLength(5);
    await tap('下一步');
    expect(screen.getByRole('alert').textContent).toContain('有 5 处需要改正');
    expect(calls.map(({ name }) => name)).not.toContain('checkBinding');
  });

  it('has one way to the rules behind a field, also where there are two', async () => {
    const rules = [rule({ kind: 'shareable', text: '划出一部分。' }), rule({ kind: 'requiredLimits', text: '要设置共用限额。' })];
    await show({ sharedLimit: () => ({ answer: sharedLimit({ required: true, limitFen: null, rules }) }) });
    await upToGrants();
    await tap('用我的个人账户帮TA付', 'switch');
    expect(screen.queryByText('依据')).toBeNull();
    await tap('查看依据：全体亲属共用限额');
    for (const { text } of rules) expect(screen.getByText(text)).toBeTruthy();
  });

  it('tells at once that a relation is not among those allowed, and goes no further with it', async () => {
    await show({ policy: () => ({ answer: policyView({ rules: [rule({ kind: 'relations', text: '只有近亲属。' })] }) }) });
    await upToGrants('公婆、岳父母');
    expect(screen.getByText('只有近亲属。')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('这种关系不能绑定，请核对TA是您的什么人');
    await tap('父母', 'radio');
    await tap('下一步');
    expect(screen.getByText('授权内容', { selector: '#step-title' })).toBeTruthy();
  });
});

describe('what has been filled in', () => {
  const restart = () => {
    cleanup();
    forgetSecret();
  };

  it('survives a restart, all but the certificate number, which never lands on the phone', async () => {
    await show();
    await upToSigning();
    await sign();
    expect(JSON.stringify([...phoneStorage])).not.toContain('11010519491231002X');
    expect(JSON.stringify([...phoneStorage])).not.toContain('M10 10L60 40');
    restart();
    await show({}, { who: person });
    expect(screen.getByText('上次为陈桂兰填写的内容还在')).toBeTruthy();
    expect(screen.getByRole('textbox', { name: /^姓名/ })).toHaveProperty('value', '陈桂兰');
    expect(screen.getByRole('textbox', { name: /^证件号码/ })).toHaveProperty('value', '');
  });

  it('says for whom it was begun, so that another relative can be begun anew', async () => {
    await show();
    await upToGrants();
    cleanup();
    await show({}, { who: person });
    expect(screen.getByText('上次为陈桂兰填写的内容还在')).toBeTruthy();
    await tap('清空重填');
    expect(screen.getByText('办理前了解', { selector: '#step-title' })).toBeTruthy();
    await upToPerson();
    expect(screen.queryByText(/上次/)).toBeNull();
    expect(screen.getByRole('textbox', { name: /^姓名/ })).toHaveProperty('value', '');
  });

  it('is nobody else’s, and is gone after a day', async () => {
    await show();
    await upToCheck();
    restart();
    await show();
    expect(screen.getByText('办理前了解', { selector: '#step-title' })).toBeTruthy();
    const drafts = (phoneStorage.get('drafts') ?? []) as readonly object[];
    phoneStorage.set(
      'drafts',
      drafts.map((draft) => ({ ...draft, keptAt: Date.now() - 24 * 3_600_000 })),
    );
    restart();
    await show({}, { who: person - 1 });
    expect(screen.getByText('办理前了解', { selector: '#step-title' })).toBeTruthy();
  });

  it('goes out under the same key when the app was closed before an answer came', async () => {
    const lost = await show({ proposeBinding: () => 'silence' });
    await upToSigning();
    await sign();
    await tap('签名并提交绑定');
    restart();
    // What went out unanswered has been done: it stands in the way of doing it a second time, and not of asking again.
    const done = { proposeBinding: () => ({ answer: binding() }), checkBinding: () => ({ answer: { explanations: [no] } }) };
    const again = await show(done, { who: person });
    expect(screen.getByText('上次提交后没有收到结果')).toBeTruthy();
    await fill('证件号码', '11010519491231002X');
    await tap('下一步');
    await tap('下一步');
    await tap('确认无误，去签名');
    expect(screen.getByText('您已签名')).toBeTruthy();
    await tap('签名并提交绑定');
    const sent = [...lost, ...again].filter(({ name }) => name === 'proposeBinding');
    expect(sent).toHaveLength(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
    expect(sent[1]?.body).toEqual(sent[0]?.body);
    expect(phoneStorage.get('drafts')).toEqual([]);
  });

  it('has to be signed again after a change', async () => {
    const calls = await show();
    await upToSigning();
    await sign();
    await tap('上一步');
    await tap('修改授权内容');
    await tap('一年', 'radio');
    await tap('下一步');
    await tap('确认无误，去签名');
    await tap('签名并提交绑定');
    expect(calls.map(({ name }) => name)).not.toContain('proposeBinding');
  });
});

describe('opening a switch of a relative who is bound', () => {
  const subject = { kind: 'open', binding: binding({ grants: [], mayOpen: ['share-funds'] }), grant: 'share-funds' } as const;

  it('asks for nobody, and sends the switch alone', async () => {
    const opened = binding({ grants: [shareFundsGrant()] });
    const calls = await show(
      { openGrant: () => ({ answer: opened }), checkGrant: () => ({ answer: { explanations: [fine] } }) },
      { subject },
    );
    await tap('我已阅读并同意告知书', 'checkbox');
    await tap('下一步');
    expect(screen.queryByRole('switch')).toBeNull();
    await tap('看病', 'checkbox');
    await tap('下一步');
    await tap('确认无误，去签名');
    await sign();
    await tap('签名并打开');
    expect(screen.getByText('已绑定 陈*兰')).toBeTruthy();
    expect(calls.find(({ name }) => name === 'openGrant')).toMatchObject({
      path: `/api/bindings/${uuid(10)}/grants`,
      body: { showCode: null, shareFunds: { uses: ['care'] } },
    });
  });
});
