import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import type { Behaviours } from '../../../../test/support/fake-bff';
import { binding, me, NOW, rule, uuid } from '../../../../test/support/fixtures';
import { showTo } from '../../../../test/support/signed-in';
import { AddRelativePanel } from './add-relative-panel';

// Each test is somebody else: what one has filled in waits for them.
let person = 200;
const show = async (behaviours: Behaviours = {}) => {
  person += 1;
  return showTo(me({ personId: uuid(person), demo: false }), <AddRelativePanel onOpen={jest.fn()} onLeave={jest.fn()} />, {
    consent: () => ({ answer: { version: 'v1', title: '告知书', paragraphs: ['第一段'] } }),
    regions: () => ({ answer: { regions: [{ regionCode: '441400', regionName: '梅州市' }] } }),
    policy: () => ({
      answer: { regionCode: '440300', regionName: '深圳市', on: rule().from, version: 'v', rules: [rule()] },
    }),
    ...behaviours,
  });
};
const tap = (name: string, role = 'button') => act(async () => fireEvent.click(screen.getByRole(role, { name })));
const fill = (label: string, value: string) =>
  act(async () => fireEvent.change(screen.getByRole('textbox', { name: new RegExp(`^${label}`) }), { target: { value } }));

async function upToPerson() {
  await tap('开始办理');
  await tap('我已阅读并同意告知书', 'checkbox');
  await tap('下一步');
}
async function upToSigning() {
  await upToPerson();
  await tap('父母', 'radio');
  await fill('姓名', '陈桂兰');
  await fill('证件号码', '11010519491231002X');
  await tap('梅州市', 'radio');
  await tap('下一步');
  await tap('出示TA的医保码', 'switch');
  await tap('下一步');
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
    await upToSigning();
    await tap('上一步');
    expect(screen.getByText('11010519491231002X')).toBeTruthy();
    await tap('修改家人信息');
    expect(screen.getByRole('textbox', { name: /^证件号码/ })).toHaveProperty('value', '11010519491231002X');
  });

  it('cannot be sent unsigned, and ends on a page that says what happens next', async () => {
    const proposed = binding({
      state: 'proposed',
      stateText: '等待对方确认',
      acceptBy: NOW,
      grants: binding().grants.map((grant) => ({ ...grant, state: 'proposed' })),
    });
    const calls = await show({ proposeBinding: () => ({ answer: proposed }) });
    await upToSigning();
    await tap('签名并提交绑定');
    expect(calls.map(({ name }) => name)).not.toContain('proposeBinding');
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
