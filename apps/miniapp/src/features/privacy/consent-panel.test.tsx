import { describe, expect, it } from '@jest/globals';
import type { PrivacyConsent } from '@gongji/contract';
import { screen } from '@testing-library/react';
import { phoneStorage } from '../../../test/stubs/taro';
import { me, NOW } from '../../../test/support/fixtures';
import { privacyText } from '../../../test/support/privacy-fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { ConsentPanel } from './consent-panel';

const consent: PrivacyConsent = { text: privacyText(), steps: [{ version: '2026-11', step: 'given', at: NOW }] };

describe('what I agreed to', () => {
  it('says what, what for, until when, and when I agreed', async () => {
    await showTo(me(), <ConsentPanel />, { privacyConsent: () => ({ answer: consent }) });
    const [item] = privacyText().items;
    for (const text of [item?.what ?? '', `用来：${item?.purpose}`, `保留：${item?.until}`, '同意（版本 2026-11）'])
      expect(screen.getAllByText(text)[0]).toBeTruthy();
  });

  it('says what ends and what stays before withdrawing, and leaves the person out afterwards', async () => {
    let silent = true;
    const calls = await showTo(me(), <ConsentPanel />, {
      privacyConsent: () => ({ answer: consent }),
      withdrawConsent: () => (silent ? 'silence' : { answer: {} }),
    });
    await tap('撤回同意');
    for (const line of [...consent.text.withdrawal.ends, ...consent.text.withdrawal.stays]) expect(screen.getByText(line)).toBeTruthy();
    await tap('撤回同意并退出');
    expect(screen.getByText('处理中，请勿重复办理')).toBeTruthy();
    silent = false;
    await tap('再次提交并查看结果');
    const keys = calls.filter(({ name }) => name === 'withdrawConsent').map(({ key }) => key);
    expect([keys.length, new Set(keys).size, phoneStorage.get('session-token')]).toEqual([2, 1, undefined]);
  });

  it('can be kept as it is, and says why it could not be withdrawn', async () => {
    await showTo(me(), <ConsentPanel />, {
      privacyConsent: () => ({ answer: consent }),
      withdrawConsent: () => ({ refuse: 'SERVICE_BUSY' }),
    });
    await tap('撤回同意');
    await tap('撤回同意并退出');
    expect(screen.getByRole('alert').textContent).toContain('代码 A012');
    await tap('不撤回');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
