import { describe, expect, it, jest } from '@jest/globals';
import Taro from '@tarojs/taro';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { setPageQuery } from '../../test/stubs/taro';
import { binding, me, payment, unbindPreview, uuid } from '../../test/support/fixtures';
import { showTo } from '../../test/support/signed-in';
import UnbindPage from './family/unbind';
import PaymentPage from './paying/payment';

const blocked = unbindPreview({
  allowed: false,
  refusedCode: 'BINDING_HAS_OPEN_PAYMENT',
  openPayments: [{ paymentId: uuid(30), voidable: true }],
});
const UNBIND = '/pages/family/unbind/index';
const tap = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const queryOf = (url: string) => Object.fromEntries(new URLSearchParams(url.split('?')[1]));

describe('a payment that was opened because it keeps a binding from ending', () => {
  it.each([
    ['解绑', { bindingId: uuid(10) }],
    ['关闭', { bindingId: uuid(10), kind: 'share-funds' }],
  ])('leads back to where that ends (%s), also where it was loaded again and nothing lies beneath', async (title, query) => {
    setPageQuery(query);
    await showTo(me(), <UnbindPage />, { binding: () => ({ answer: binding() }), unbindPreview: () => ({ answer: blocked }) });
    await tap('查看并作废这笔代缴');
    const url = jest.mocked(Taro.navigateTo).mock.calls[0]?.[0].url ?? '';
    cleanup();
    jest.spyOn(Taro, 'getCurrentPages').mockReturnValue([{}] as never);
    setPageQuery(queryOf(url));
    await showTo(me(), <PaymentPage />, { premiumPayment: () => ({ answer: payment() }) });
    await tap(`返回“${title}”`);
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: `${UNBIND}?${new URLSearchParams(query)}` });
    jest.restoreAllMocks();
  });
});
