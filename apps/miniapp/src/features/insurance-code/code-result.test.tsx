import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { me } from '../../../test/support/fixtures';
import { showTo } from '../../../test/support/signed-in';
import { ScannedCard } from './code-result';

describe('a code that a counter has read', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('asks for patience for a minute, then says that no result has come, and offers to show the code again', async () => {
    const onAgain = jest.fn();
    await showTo(me(), <ScannedCard institution="示范社区医院（演示）" name="陈建国" onAgain={onAgain} />, {});
    await act(async () => jest.advanceTimersByTimeAsync(59_000));
    expect(screen.getByText(/请稍候/)).toBeTruthy();
    await act(async () => jest.advanceTimersByTimeAsync(1_100));
    expect(screen.getByText('还没有收到结算结果')).toBeTruthy();
    expect(screen.queryByText(/请稍候/)).toBeNull();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '重新出示' })));
    expect(onAgain).toHaveBeenCalledTimes(1);
  });
});
