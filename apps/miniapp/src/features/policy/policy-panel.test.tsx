import { POLICY } from '@gongji/texts';
import { describe, expect, it } from '@jest/globals';
import type { RuleReference } from '@gongji/contract';
import { plainDate, RULE_KINDS } from '@gongji/domain';
import { act, fireEvent, screen } from '@testing-library/react';
import { paste } from '../../../test/support/paste';
import { me, policyView, rule } from '../../../test/support/fixtures';
import { chineseOnPage, drawsInEnglish } from '../../../test/support/in-english';
import type { Behaviours, Call } from '../../../test/support/fake-bff';
import { showTo, tap } from '../../../test/support/signed-in';
import { PolicyPanel } from './policy-panel';
import { rulesByGroup } from './policy-text';

const regions = [
  { regionCode: '350000', regionName: '福建省', hasOwnRules: true },
  { regionCode: '350100', regionName: '福州市', hasOwnRules: false },
  { regionCode: '440000', regionName: '广东省', hasOwnRules: true },
  { regionCode: '440300', regionName: '深圳市', hasOwnRules: true },
];
const policy = ({ path, query }: Call, rules: RuleReference[]) => {
  const regionCode = path.slice(-6);
  const regionName = regions.find((each) => each.regionCode === regionCode)?.regionName ?? '';
  return policyView({ regionCode, regionName, on: plainDate(query.slice(3)), rules });
};
const show = (rules: RuleReference[] = [rule()], changes: Behaviours = {}) =>
  showTo(me(), <PolicyPanel />, {
    regions: () => ({ answer: { regions } }),
    policy: (call) => ({ answer: policy(call, rules) }),
    ...changes,
  });
const asked = (calls: readonly Call[]) => calls.filter(({ name }) => name === 'policy').map(({ path, query }) => `${path}?${query}`);

describe('the rules of a region', () => {
  it('are mine, of today by the server, each with its source one tap away, and say which version they are', async () => {
    const calls = await show([rule({ note: '网址是转载页' })]);
    expect(asked(calls)).toEqual(['/api/policies/440300?on=2026-11-22']);
    expect(screen.getByText('最多绑定 7 位亲属')).toBeTruthy();
    expect(screen.getByText('规则版本 gd-2026')).toBeTruthy();
    await tap('查看依据：最多绑定 7 位亲属');
    expect(screen.getByText('来源：关于进一步健全职工医保个人账户家庭共济机制的通知（2024-11-20）')).toBeTruthy();
  });

  it.each([
    ['V-B', '媒体转述'],
    ['V-C', '可信度低'],
  ] as const)('of confidence %s say %s', async (confidence, words) => {
    await show([rule({ confidence })]);
    await tap(/^查看依据/);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('that are assumed say so by icon and words before any tap, and are counted', async () => {
    await show([rule(), rule({ kind: 'whoMayEnd', text: '双方都可以解绑。', confidence: 'ASSUMED', assumed: true })]);
    const mark = screen.getByText('暂定：没有查到公开规定');
    expect(mark.querySelector('.icon--warn')).not.toBeNull();
    expect(screen.getByText(/^共 2 条，其中 1 条没有查到公开规定/)).toBeTruthy();
  });

  it('that nobody published come last, with what is done instead', async () => {
    await show([], {
      policy: () => ({
        answer: policyView({ unknown: [{ kind: 'minMonthsBeforeEnd', title: '最短绑定时间', text: '不限制，随时可以解绑。' }] }),
      }),
    });
    expect(screen.getByText('未查到公开规定')).toBeTruthy();
    expect(screen.getByText('不限制，随时可以解绑。')).toBeTruthy();
  });

  it('can be those of another region, by province and city', async () => {
    const calls = await show();
    await tap('换地区，现在是深圳市');
    await tap('换省份，现在是广东省');
    await tap('福建省', 'radio');
    await tap('福州市', 'radio');
    expect(asked(calls).at(-1)).toBe('/api/policies/350100?on=2026-11-22');
    expect(screen.getByText('福州市，2026年11月22日这一天有效')).toBeTruthy();
    expect(screen.getByText(/^没有查到福州市自己的公开规定/)).toBeTruthy();
    expect(screen.queryByRole('radio', { name: '福州市' })).toBeNull();
  });

  it('can be those of a region found by a part of its name', async () => {
    const calls = await show();
    await tap('换地区，现在是深圳市');
    await act(async () => fireEvent.change(screen.getByRole('textbox', { name: '搜索城市' }), { target: { value: '福州' } }));
    await tap('福建省福州市', 'radio');
    expect(asked(calls).at(-1)).toBe('/api/policies/350100?on=2026-11-22');
  });

  it.each(['2024-12-10', '2024/12/10', '2024年12月10日', ' 2024 年 12 月 10 日'])(
    'can be those of another day, as people write it: %s',
    async (value) => {
      const calls = await show();
      await tap('2027年1月1日', 'radio');
      expect(asked(calls).at(-1)).toBe('/api/policies/440300?on=2027-01-01');
      await tap('其他日期', 'radio');
      await paste('', value);
      await tap('查看这一天的规则');
      expect(asked(calls).at(-1)).toBe('/api/policies/440300?on=2024-12-10');
    },
  );

  it('of a day that does not exist are not asked for', async () => {
    const calls = await show();
    await tap('其他日期', 'radio');
    const before = asked(calls).length;
    await act(async () => fireEvent.change(screen.getByRole('textbox'), { target: { value: '2024-02-31' } }));
    await tap('查看这一天的规则');
    expect(screen.getByText(/^请输入真实存在的日期/)).toBeTruthy();
    expect(asked(calls)).toHaveLength(before);
  });

  it('say where none is known', async () => {
    await show([]);
    expect(screen.getByText('没有查到规则')).toBeTruthy();
  });

  it('say why there are none, in the words of the server', async () => {
    await show([], { policy: () => ({ refuse: 'POLICY_NOT_FOUND' }) });
    expect(screen.getByRole('alert').textContent).toContain('代码 E002');
  });
});

describe('groups of rules', () => {
  it('have a place for every kind, and none is lost', () => {
    const rules = [...RULE_KINDS, 'a-kind-of-next-year'].map((kind) => rule({ kind }));
    const groups = rulesByGroup(rules);
    expect(groups.flatMap((group) => group.rules)).toHaveLength(rules.length);
    expect(groups.find(({ title }) => title === POLICY.group.other)?.rules.map(({ kind }) => kind)).toEqual(['a-kind-of-next-year']);
  });
});

describe('the rules of a region in English', () => {
  drawsInEnglish();

  it('say the rule, its source and how far it can be trusted', async () => {
    await show([rule({ text: '一个人的个人账户最多同时给 7 位亲属使用。', note: null })]);
    expect(screen.getByText('One person’s personal account can be used by 7 relatives at a time.')).toBeTruthy();
    await tap(/^Show the rule behind it/);
    expect(chineseOnPage(rule().sourceTitle)).toEqual([]);
  });
});
