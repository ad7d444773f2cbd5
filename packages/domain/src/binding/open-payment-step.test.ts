import { plainDate } from '../dates';
import { type OpenPayment, openPaymentStep } from './open-payment-step';

const applied: OpenPayment = { state: 'applied', voidable: true, voiding: false, clearsBy: plainDate('2026-12-31') };
const late = { ...applied, voidable: false };
const saidTo = (side: 'owner' | 'relative', ...payments: readonly OpenPayment[]): string =>
  openPaymentStep({ payments, side, today: plainDate('2026-12-10') });

describe('what can be done about a premium that an end waits for', () => {
  it('is to void it, said to the payer, and to ask the payer, said to the relative, or to wait for a day that is named', () => {
    expect(saidTo('owner', applied)).toBe('您可以先作废这笔代缴申请，作废后就能办；也可以等清缴完成，预计2026年12月31日。');
    expect(saidTo('relative', applied)).toBe('代缴只有付款的家人能撤销，您可以请TA撤销；也可以等清缴完成，预计2026年12月31日。');
  });

  it.each<[string, OpenPayment, RegExp]>([
    ['once it is too late to void', late, /^这笔代缴要等清缴完成，预计2026年12月31日。$/],
    ['while it is cleared', { ...late, state: 'clearing' }, /^这笔代缴要等清缴完成/],
    ['while it is voided', { ...late, voiding: true }, /正在(作废|撤销)，税务部门一确认就能办/],
    ['while the tax office is silent', { ...late, state: 'unknown', clearsBy: null }, /还没有答复，请过几分钟再来看/],
  ])('is to wait, said to both alike: %s', (_when, payment, said) => {
    for (const side of ['owner', 'relative'] as const) expect(saidTo(side, payment)).toMatch(said);
  });

  it('names the last of several days, and none that is over or unknown', () => {
    expect(saidTo('owner', late, { ...late, clearsBy: plainDate('2027-01-29') })).toContain('预计2027年1月29日');
    for (const clearsBy of [null, plainDate('2026-12-09')]) expect(saidTo('owner', { ...late, clearsBy })).toMatch(/要等清缴完成。$/);
  });
});
