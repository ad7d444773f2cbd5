import { describe, expect, it, jest } from '@jest/globals';
import { plainDate } from '@gongji/domain';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { rule } from '../../../test/support/fixtures';
import { tap } from '../../../test/support/signed-in';
import { drawsInEnglish } from '../../../test/support/in-english';
import { RuleSource } from './rule-source';

describe('the way to the rule behind a limit', () => {
  it('is one tap to the dated rule and a second one to its source', async () => {
    const open = jest.spyOn(window, 'open').mockReturnValue(null);
    render(<RuleSource rule={rule({ to: plainDate('2027-01-01'), note: '网址是转载页' })} />);
    expect(screen.queryByText('最多绑定 7 位亲属')).toBeNull();
    await tap(/^查看依据/);
    expect(screen.getByText('最多绑定 7 位亲属')).toBeTruthy();
    expect(screen.getByText('官方文件')).toBeTruthy();
    expect(screen.getByText('广东省 · 2024年12月1日起，到 2026年12月31日（含当天）')).toBeTruthy();
    expect(screen.getByText('来源：关于进一步健全职工医保个人账户家庭共济机制的通知（2024-11-20）')).toBeTruthy();
    expect(screen.getByText('说明：网址是转载页')).toBeTruthy();
    await tap(/^打开来源网页/);
    expect(open).toHaveBeenCalledWith('https://hsa.gd.gov.cn/', '_blank', 'noopener,noreferrer');
  });

  it('is marked as assumed where nobody published the rule, and names a reference instead of a source', async () => {
    render(<RuleSource rule={rule({ confidence: 'ASSUMED', assumed: true })} />);
    await tap(/^查看依据/);
    expect(screen.getByText('暂定：没有查到公开规定')).toBeTruthy();
    expect(screen.getByText(/^参考：/)).toBeTruthy();
  });

  it('is folded again by the same button, which says whether it is open', async () => {
    render(<RuleSource rule={rule()} />);
    await tap(/^查看依据/);
    const button = screen.getByRole('button', { name: /^收起依据/ });
    expect(button.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(button);
    expect(screen.queryByText('官方文件')).toBeNull();
  });
});

describe('a rule and its source on an English page', () => {
  drawsInEnglish();

  it('keeps the title of the source Chinese, and says so to who has it read out', async () => {
    render(<RuleSource rule={rule()} />);
    await act(async () => fireEvent.click(screen.getAllByRole('button')[0] as HTMLElement));
    const title = screen.getByText('关于进一步健全职工医保个人账户家庭共济机制的通知');
    expect(title.getAttribute('lang')).toBe('zh-CN');
    expect(title.parentElement?.textContent).toMatch(/^Source: .+ \(2024-11-20\)$/);
  });

  it('says the note of the pack in English', async () => {
    render(<RuleSource rule={rule({ note: '延长到2026年2月28日。网址是汇总页。' })} />);
    await act(async () => fireEvent.click(screen.getAllByRole('button')[0] as HTMLElement));
    expect(screen.getByText('Note: Extended to 28 Feb 2026. The address is that of a summary page.')).toBeTruthy();
  });

  it('names the country as every other page does', async () => {
    render(<RuleSource rule={rule({ regionName: '全国' })} />);
    await tap(/./);
    expect(screen.getByText(/^China · /)).toBeTruthy();
  });
});
