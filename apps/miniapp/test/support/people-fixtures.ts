import type { Me, PersonCard, PolicyView, RuleReference } from '@gongji/contract';
import { plainDate } from '@gongji/domain';

// Who is there, and the rules of where they live.

export const uuid = (digit: number): string => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`;
export const NOW = '2026-11-22T10:00:00.000+08:00';

export const guilan: PersonCard = {
  personId: uuid(2),
  maskedName: '陈*兰',
  mark: null,
  maskedCertificate: '4414************03',
  regionCode: '441400',
  regionName: '梅州市',
  scheme: 'resident',
  age: 68,
};

export const me = (changes: Partial<Me> = {}): Me => ({
  personId: uuid(1),
  maskedName: '陈*国',
  mark: null,
  maskedCertificate: '4403************01',
  regionCode: '440300',
  regionName: '深圳市',
  scheme: 'employee',
  age: 41,
  name: '陈建国',
  hasAccount: true,
  insuranceState: 'normal',
  demo: true,
  now: NOW,
  ...changes,
});

/** What others see of me. */
export const ownCard = (changes: Partial<PersonCard> = {}): PersonCard => {
  const { name: _name, hasAccount: _account, insuranceState: _state, demo: _demo, now: _now, ...card } = me();
  return { ...card, ...changes };
};

export const rule = (changes: Partial<RuleReference> = {}): RuleReference => ({
  kind: 'maxRelatives',
  regionCode: '440000',
  regionName: '广东省',
  text: '最多绑定 7 位亲属',
  from: plainDate('2024-12-01'),
  to: null,
  sourceTitle: '关于进一步健全职工医保个人账户家庭共济机制的通知',
  sourceAddress: 'https://hsa.gd.gov.cn/',
  sourceDate: '2024-11-20',
  confidence: 'V-A',
  assumed: false,
  note: null,
  ...changes,
});

export const policyView = (changes: Partial<PolicyView> = {}): PolicyView => ({
  regionCode: '440300',
  regionName: '深圳市',
  on: plainDate('2026-11-22'),
  version: 'gd-2026',
  rules: [rule()],
  unknown: [],
  asks: {
    relations: ['spouse', 'parent', 'child'],
    uses: ['care', 'drug', 'device', 'premium'],
    requiredLimits: [],
    endDateRequired: false,
    placeRequired: false,
    shareFundsConsent: 'relative-accepts',
    consentFromAge: 16,
  },
  ...changes,
});
