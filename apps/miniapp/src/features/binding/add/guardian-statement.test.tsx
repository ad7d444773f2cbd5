import { describe, expect, it, jest } from '@jest/globals';
import type { PolicyView } from '@gongji/contract';
import { checkDigitOf } from '@gongji/domain';
import { act, fireEvent, screen } from '@testing-library/react';
import { binding, explanation, me, policyView, sharedLimit, uuid } from '../../../../test/support/fixtures';
import { showTo, tap } from '../../../../test/support/signed-in';
import { AddRelativePanel } from './add-relative-panel';

// Each test is somebody else: what one has filled in waits for them.
let person = 600;
const places = [
  { regionCode: '440000', regionName: '广东省', hasOwnRules: true },
  { regionCode: '441400', regionName: '梅州市', hasOwnRules: false },
];
const show = (asks: Partial<PolicyView['asks']>) =>
  showTo(
    me({ personId: uuid((person += 1)), demo: false }),
    <AddRelativePanel subject={{ kind: 'new' }} onOpen={jest.fn()} onLeave={jest.fn()} />,
    {
      bindings: () => ({ answer: { bindings: [] } }),
      consent: () => ({ answer: { version: 'v1', title: '告知书', paragraphs: ['第一段'] } }),
      regions: () => ({ answer: { regions: places } }),
      policy: () => ({
        answer: policyView({ asks: { ...policyView().asks, relations: ['spouse', 'paternal-grandchild'], ...asks } }),
      }),
      sharedLimit: () => ({ answer: sharedLimit({ required: false, limitFen: null }) }),
      checkBinding: () => ({ answer: { explanations: [explanation({ about: 'bind' })] } }),
      proposeBinding: () => ({ answer: binding() }),
    },
  );
const fill = (label: RegExp, value: string) =>
  act(async () => fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } }));
const statement = () => screen.queryByRole('checkbox', { name: /^我是这位未成年人的监护人/ });

async function upToGrants(born = '20160310') {
  await tap('开始办理');
  await tap('我已阅读并同意告知书', 'checkbox');
  await tap('下一步');
  await tap('孙子女', 'radio');
  await fill(/^姓名/, '陈小雨');
  await fill(/^证件号码/, `440300${born}001${checkDigitOf(`440300${born}001`)}`);
  await tap('梅州市', 'radio');
  await tap('下一步');
}
async function shareFunds() {
  await tap('用我的个人账户帮TA付', 'switch');
  await tap('看病', 'checkbox');
}

describe('the statement of a guardian', () => {
  it('is not asked of a grandfather who shares his money alone, where the sponsor decides by himself', async () => {
    const calls = await show({ shareFundsConsent: 'sponsor-only' });
    await upToGrants();
    await shareFunds();
    expect(statement()).toBeNull();
    await tap('下一步');
    expect(calls.map(({ name }) => name)).toContain('checkBinding');
  });

  it('is asked for the code as well, and neither shown nor sent once only the money is wished for', async () => {
    const calls = await show({ shareFundsConsent: 'sponsor-only' });
    await upToGrants();
    await shareFunds();
    await tap('出示TA的医保码', 'switch');
    await act(async () => fireEvent.click(statement() as HTMLElement));
    await tap('出示TA的医保码', 'switch');
    await tap('下一步');
    expect(screen.queryByText('已承诺')).toBeNull();
    await tap('确认无误，去签名');
    await tap('不方便手写？改为键入姓名');
    await fill(/./, '陈建国');
    await tap('签名并提交绑定');
    expect(calls.find(({ name }) => name === 'proposeBinding')?.body).toMatchObject({ guardianStatement: false });
  });

  it('is asked for the money where the region has the relative agree', async () => {
    await show({ shareFundsConsent: 'relative-accepts' });
    await upToGrants();
    await shareFunds();
    await tap('下一步');
    expect(screen.getByRole('alert').textContent).toContain('需要您作为监护人承诺');
  });

  it('is asked by the age that the rules name', async () => {
    await show({ consentFromAge: 10 });
    await upToGrants();
    await tap('出示TA的医保码', 'switch');
    expect(statement()).toBeNull();
  });
});
