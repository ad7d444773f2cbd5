import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { me } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { ExportPanel } from './export-panel';

const bytes = Uint8Array.from([60, 33]);
URL.createObjectURL = jest.fn(() => 'blob:file');
URL.revokeObjectURL = jest.fn();
// jsdom has no downloads.
HTMLAnchorElement.prototype.click = jest.fn();

describe('the export of what is kept about me', () => {
  it('is a page or a file, as one chooses, and says that it was saved', async () => {
    const calls = await showTo(me(), <ExportPanel />, { exportPage: () => ({ answer: bytes }), exportFile: () => ({ answer: bytes }) });
    await tap('导出并下载');
    expect(screen.getByRole('alert').textContent).toContain('已经下载');
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: /给程序读的文件/ })));
    await tap('导出并下载');
    expect(calls.map(({ name }) => name)).toEqual(['exportPage', 'exportFile']);
  });

  it('says why not, and that nobody answers', async () => {
    let silent = false;
    await showTo(me(), <ExportPanel />, { exportPage: () => (silent ? 'silence' : { refuse: 'RATE_LIMITED' }) });
    await tap('导出并下载');
    expect(screen.getByRole('alert').textContent).toContain('操作太频繁');
    silent = true;
    await tap('导出并下载');
    expect(screen.getByText('暂时连不上服务')).toBeTruthy();
  });
});
