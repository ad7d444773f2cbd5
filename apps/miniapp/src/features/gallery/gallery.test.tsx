import { describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import { me } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { Gallery } from './gallery';

describe('the living page', () => {
  it('shows each state of a page and of a write, and asks no service', async () => {
    const calls = await showTo(me(), <Gallery />, {});
    for (const title of ['正在读', '还没有内容', '连不上，没有读过', '连不上，读过', '没有读成', '办理：不知道办成没有']) {
      expect(screen.getByText(title)).toBeTruthy();
    }
    expect(screen.getAllByText(/上次更新：/).length).toBeTruthy();
    expect(calls).toEqual([]);
  });

  it('breaks in one place when asked to, and opens again there', async () => {
    // React itself says on the console what was thrown.
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await showTo(me(), <Gallery />, {});
    await tap('让这一段出错');
    expect(screen.getByText('这一页没能显示出来')).toBeTruthy();
    await tap('重新打开这一页');
    said.mockRestore();
    expect(screen.getByRole('button', { name: '让这一段出错' })).toBeTruthy();
  });
});
