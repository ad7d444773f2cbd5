import { describe, expect, it, jest } from '@jest/globals';
import type { AccountDeletion } from '@gongji/contract';
import { DELETION_EFFECTS, DELETION_WORDS, fen } from '@gongji/domain';
import { act, fireEvent, screen } from '@testing-library/react';
import { phoneStorage } from '../../../test/stubs/taro';
import { me, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { DeletionPanel } from './deletion-panel';

const preview = (changes: Partial<AccountDeletion> = {}): AccountDeletion => ({
  allowed: true,
  blocks: [],
  balanceFen: fen(800_000),
  deletes: [...DELETION_EFFECTS.deletes],
  keeps: [...DELETION_EFFECTS.keeps],
  words: DELETION_WORDS,
  ...changes,
});
const binding = {
  kind: 'binding',
  text: '和 陈*兰 的绑定还没有结束',
  nextStep: '先解绑，会告诉您解绑后怎样',
  subjectId: uuid(10),
} as const;
const settling = { kind: 'settlement', text: '还没有结算', nextStep: '等结算办完', subjectId: null } as const;
const type = (text: string) => act(async () => fireEvent.input(screen.getByLabelText(/请输入/), { target: { value: text } }));

describe('deleting the account', () => {
  it('names everything in the way with the way out, and offers no deletion', async () => {
    const onOpen = jest.fn();
    await showTo(me(), <DeletionPanel onOpen={onOpen} />, {
      accountDeletion: () => ({ answer: preview({ allowed: false, blocks: [binding, settling] }) }),
    });
    expect(screen.getByText('现在还不能注销：有 2 件事没有办完')).toBeTruthy();
    await tap(/和 陈\*兰 的绑定/);
    expect(onOpen).toHaveBeenCalledWith(binding);
    expect(screen.queryByRole('button', { name: '注销账户' })).toBeNull();
  });

  it('says what goes, what stays, why, until when, and what of that is assumed', async () => {
    await showTo(me(), <DeletionPanel onOpen={jest.fn()} />, { accountDeletion: () => ({ answer: preview() }) });
    for (const line of DELETION_EFFECTS.deletes) expect(screen.getByText(line)).toBeTruthy();
    for (const { why } of DELETION_EFFECTS.keeps) expect(screen.getByText(`为什么：${why}`)).toBeTruthy();
    expect(screen.getAllByText(/推定的/)).toHaveLength(DELETION_EFFECTS.keeps.filter(({ assumed }) => assumed).length);
  });

  it('waits for the typed words, asks again under the same key, and leaves nobody logged in', async () => {
    let silent = true;
    const calls = await showTo(me(), <DeletionPanel onOpen={jest.fn()} />, {
      accountDeletion: () => ({ answer: preview() }),
      deleteAccount: () => (silent ? 'silence' : { answer: {} }),
    });
    const sent = () => calls.filter(({ name }) => name === 'deleteAccount');
    await tap('注销账户');
    await tap('注销，不能恢复');
    expect(sent()).toHaveLength(0);
    expect(screen.getByRole('alert').textContent).toContain(`请输入“${DELETION_WORDS}”`);
    await type(DELETION_WORDS);
    await tap('注销，不能恢复');
    expect(screen.getByText('处理中，请勿重复办理')).toBeTruthy();
    silent = false;
    await tap('再次提交并查看结果');
    expect([sent().length, new Set(sent().map(({ key }) => key)).size, phoneStorage.get('session-token')]).toEqual([2, 1, undefined]);
  });

  it('says why it was not done', async () => {
    await showTo(me(), <DeletionPanel onOpen={jest.fn()} />, {
      accountDeletion: () => ({ answer: preview() }),
      deleteAccount: () => ({ refuse: 'ACCOUNT_DELETION_BLOCKED' }),
    });
    await tap('注销账户');
    await type(DELETION_WORDS);
    await tap('注销，不能恢复');
    expect(screen.getByRole('alert').textContent).toContain('没有办完，现在不能注销');
  });
});
