import { describe, expect, it } from '@jest/globals';
import { fen, type Month } from '@gongji/domain';
import { act, fireEvent, screen } from '@testing-library/react';
import { me } from '../../../../test/support/fixtures';
import type { Behaviours } from '../../../../test/support/fake-bff';
import { showTo } from '../../../../test/support/signed-in';
import { TrendPanel } from './trend-panel';

const months = [
  { month: '2026-11' as Month, inFen: fen(800_000), outFen: fen(8_000), balanceFen: fen(792_000) },
  { month: '2026-12' as Month, inFen: fen(18_000), outFen: fen(0), balanceFen: fen(810_000) },
];
const show = (accountTrend: NonNullable<Behaviours['accountTrend']>) => showTo(me(), <TrendPanel />, { accountTrend });

describe('the trend', () => {
  it('is a picture with its sentence, and the same in numbers, the newest month first', async () => {
    await show(() => ({ answer: { months } }));
    expect(screen.getByRole('img', { name: /^月底余额柱状图。2026年11月底余额 ¥7,920\.00，现在 ¥8,100\.00/ })).toBeTruthy();
    expect(screen.getByText('期初余额、已撤销和已退费的钱，不算收入和支出。')).toBeTruthy();
    const words = document.body.textContent ?? '';
    expect(words).toMatch(
      /2026年12月（到现在）收入¥180\.00支出¥0\.00余额¥8,100\.00.*2026年11月收入¥8,000\.00支出¥80\.00月底余额¥7,920\.00/,
    );
  });

  it('is asked for over one year, or over two', async () => {
    const calls = await show(() => ({ answer: { months } }));
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: '近 24 个月' })));
    expect(calls.map(({ query }) => query)).toEqual(['months=12', 'months=24']);
  });

  it('says where there is none', async () => {
    await show(() => ({ answer: { months: [] } }));
    expect(screen.getByText('还没有走势')).toBeTruthy();
  });

  it('says so when nobody answers, and draws nothing', async () => {
    await show(() => 'silence');
    expect(screen.getByRole('alert').textContent).toContain('暂时连不上服务');
    expect(screen.queryByRole('img')).toBeNull();
  });
});
