import { describe, expect, it, jest } from '@jest/globals';
import type { BindingView } from '@gongji/contract';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import type { Behaviours } from '../../../../test/support/fake-bff';
import { binding, checkResult, explanation, me, policyView, sharedLimit, uuid } from '../../../../test/support/fixtures';
import { showTo, tap } from '../../../../test/support/signed-in';
import { AddRelativePanel } from './add-relative-panel';

// Each test is somebody else: what one has filled in waits for them.
let person = 400;
const places = [
  { regionCode: '440000', regionName: '广东省', hasOwnRules: true },
  { regionCode: '441400', regionName: '梅州市', hasOwnRules: false },
];
const show = (behaviours: Behaviours, { onOpen = jest.fn(), onLeave = jest.fn() }: Ways = {}) =>
  showTo(
    me({ personId: uuid((person += 1)), demo: false }),
    <AddRelativePanel subject={{ kind: 'new' }} onOpen={onOpen} onLeave={onLeave} />,
    {
      consent: () => ({ answer: { version: 'v1', title: '告知书', paragraphs: ['第一段'] } }),
      regions: () => ({ answer: { regions: places } }),
      policy: () => ({ answer: policyView() }),
      sharedLimit: () => ({ answer: sharedLimit({ required: false, limitFen: null }) }),
      ...behaviours,
    },
  );
interface Ways {
  readonly onOpen?: jest.Mock;
  readonly onLeave?: jest.Mock;
}
const fill = (label: RegExp, value: string) =>
  act(async () => fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } }));

async function type() {
  await tap('开始办理');
  await tap('我已阅读并同意告知书', 'checkbox');
  await tap('下一步');
  await fill(/^姓名/, '陈桂兰');
  await fill(/^证件号码/, '11010519491231002x');
}
async function upToCheck() {
  await type();
  await tap('父母', 'radio');
  await tap('梅州市', 'radio');
  await tap('下一步');
  await tap('出示TA的医保码', 'switch');
  await tap('下一步');
}

describe('who is bound already', () => {
  const standing = (changes: Partial<BindingView> = {}) =>
    binding({ other: { ...binding().other, maskedName: '陈*兰', maskedCertificate: '110*************2X' }, ...changes });
  const known = (...bindings: readonly BindingView[]): Behaviours => ({ bindings: () => ({ answer: { bindings: [...bindings] } }) });
  it.each([
    ['bound', standing(), '您可能已经绑定了这位家人'],
    ['invited', standing({ state: 'proposed' }), '您可能已经邀请了这位家人，正在等TA确认'],
  ])('is told as soon as name and number are typed, with the way there: %s', async (_, there, title) => {
    const onOpen = jest.fn();
    const calls = await show(known(there), { onOpen });
    await type();
    expect(screen.getByText(title)).toBeTruthy();
    await tap('查看陈*兰');
    expect(onOpen).toHaveBeenCalledWith(there.bindingId);
    expect(calls.map(({ name }) => name)).not.toContain('checkBinding');
  });

  it.each([
    ['somebody else of the family', standing({ other: { ...standing().other, maskedName: '林*' } })],
    ['who was unbound', standing({ state: 'ended' })],
    ['who bound me', standing({ myRole: 'relative' })],
  ])('is not %s', async (_, there) => {
    await show(known(there));
    await type();
    expect(screen.queryByText(/您可能已经/)).toBeNull();
  });

  it('is also a way from what the service found, to all relatives where it is not plain which of them', async () => {
    const repeated = explanation({ about: 'bind', usable: false, checks: [checkResult({ result: 'no', code: 'BINDING_DUPLICATE' })] });
    const [onOpen, onLeave] = [jest.fn(), jest.fn()];
    const refused: Behaviours = { checkBinding: () => ({ answer: { explanations: [repeated] } }) };
    await show({ ...known(standing()), ...refused }, { onOpen });
    await upToCheck();
    await tap('查看陈*兰');
    expect(onOpen).toHaveBeenCalledWith(standing().bindingId);
    cleanup();
    await show({ ...known(), ...refused }, { onLeave });
    await upToCheck();
    await tap('返回亲情账户');
    expect(onLeave).toHaveBeenCalled();
  });
});
