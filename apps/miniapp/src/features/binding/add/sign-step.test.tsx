import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import type { Behaviours } from '../../../../test/support/fake-bff';
import { binding, explanation, me, policyView, sharedLimit, showCodeGrant, uuid } from '../../../../test/support/fixtures';
import { showTo, tap } from '../../../../test/support/signed-in';
import { AddRelativePanel } from './add-relative-panel';

const opened = binding({ grants: [showCodeGrant()] });
const subject = { kind: 'open', binding: binding({ grants: [], mayOpen: ['show-code'] }), grant: 'show-code' } as const;
const type = (value: string) =>
  act(async () => fireEvent.change(screen.getByRole('textbox', { name: /^键入您的姓名/ }), { target: { value } }));

// Each test is somebody else: what one has filled in waits for them.
let person = 300;
let calls: Awaited<ReturnType<typeof showTo>>;
let openGrant: Behaviours['openGrant'];
beforeEach(async () => {
  openGrant = () => ({ answer: opened });
  const panel = <AddRelativePanel subject={subject} onOpen={jest.fn()} onLeave={jest.fn()} />;
  calls = await showTo(me({ personId: uuid((person += 1)), demo: false }), panel, {
    bindings: () => ({ answer: { bindings: [] } }),
    consent: () => ({ answer: { version: 'v1', title: '告知书', paragraphs: ['第一段'] } }),
    policy: () => ({ answer: policyView() }),
    sharedLimit: () => ({ answer: sharedLimit({ required: false, limitFen: null }) }),
    checkGrant: () => ({ answer: { explanations: [explanation()] } }),
    openGrant: (call) => openGrant?.(call) ?? 'silence',
  });
  await tap('我已阅读并同意告知书', 'checkbox');
  await tap('下一步');
  await tap('下一步');
  await tap('确认无误，去签名');
});

describe('a typed signature', () => {
  beforeEach(() => tap('不方便手写？改为键入姓名'));

  it('stands for the drawn one when it is the name of who is logged in, and can be read back', async () => {
    await type('陈建军');
    expect(screen.getByText('和您登录的姓名不一致')).toBeTruthy();
    await type('陈建国');
    await tap('签名并打开');
    const body = calls.find(({ name }) => name === 'openGrant')?.body as { readonly signature: string } | undefined;
    expect(String.fromCodePoint(...[...(body?.signature ?? '').matchAll(/[ML](\d+) 0/g)].map(([, code]) => Number(code)))).toBe('陈建国');
  });

  it('is not wrong while it is typed, and says what is once it was to be sent', async () => {
    await type('陈建');
    expect(screen.queryByText('和您登录的姓名不一致')).toBeNull();
    await tap('签名并打开');
    expect(screen.getByRole('alert').textContent).toContain('请键入和登录一致的姓名：陈建国');
    expect(screen.getByText('和您登录的姓名不一致')).toBeTruthy();
    expect(calls.map(({ name }) => name)).not.toContain('openGrant');
  });
});

it('is no longer said to be missing after the way of signing was changed', async () => {
  await tap('签名并打开');
  expect(screen.getByRole('alert').textContent).toContain('请先签名');
  await tap('不方便手写？改为键入姓名');
  expect(screen.queryByRole('alert')).toBeNull();
  await tap('签名并打开');
  await tap('改为手写');
  expect(screen.queryByRole('alert')).toBeNull();
});

describe('what was sent and not answered', () => {
  const pad = () => screen.queryByRole('img', { name: /手写签名区/ });
  const draw = async () => {
    const at = (clientX: number, clientY: number) => ({ touches: [{ clientX, clientY }] });
    await act(async () => fireEvent.touchStart(screen.getByRole('img', { name: /手写签名区/ }), at(10, 10)));
    await act(async () => fireEvent.touchMove(screen.getByRole('img', { name: /手写签名区/ }), at(60, 40)));
    await act(async () => fireEvent.touchEnd(screen.getByRole('img', { name: /手写签名区/ })));
  };

  it('can neither be drawn on nor wiped: it goes out again as it was', async () => {
    openGrant = () => 'silence';
    await draw();
    await tap('签名并打开');
    expect(pad()).toBeNull();
    for (const name of ['清除重写', '重新签名']) expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.getByText('您已签名')).toBeTruthy();
    await tap('再次提交并查看结果');
    const sent = calls.filter(({ name }) => name === 'openGrant');
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
  });

  it('is signed anew where it was refused, and wished to be', async () => {
    openGrant = () => ({ refuse: 'SERVICE_BUSY' });
    await draw();
    await tap('签名并打开');
    expect(screen.getByText('您已签名')).toBeTruthy();
    await tap('重新签名');
    expect(pad()).not.toBeNull();
  });
});
