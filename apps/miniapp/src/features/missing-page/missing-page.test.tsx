import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { openEveryPage, type Route } from './routes';

const Page = () => <span>真的页面</span>;

/** A route whose code comes only while there is a network, opened as Taro's router does. */
const open = async (path: string, comes: () => boolean) => {
  const load: Route['load'] = (context, params) => [
    comes() ? Promise.resolve({ default: Page }) : Promise.reject(new Error('ChunkLoadError')),
    context,
    params,
  ];
  const route = { path, load };
  openEveryPage([route]);
  const [code, context, params] = route.load('context', 'params');
  const { default: Shown } = await code;
  await act(async () => void render(<Shown />));
  return { context, params };
};

const onLine = jest.spyOn(navigator, 'onLine', 'get');
beforeEach(() => void onLine.mockReturnValue(true));

describe('a page of the browser version', () => {
  it('opens as it is where its code comes', async () => {
    expect(await open('pages/premium/index', () => true)).toEqual({ context: 'context', params: 'params' });
    expect(screen.getByText('真的页面')).toBeTruthy();
  });

  it('says under its own title that there is no network, and opens by itself when there is one again', async () => {
    onLine.mockReturnValue(false);
    let comes = false;
    await open('pages/premium/index', () => comes);
    expect(screen.getByRole('heading', { name: '代缴' })).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toMatch(/^手机没有网络.*还没有下载/);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '再打开一次' })));
    expect(screen.getByRole('alert')).toBeTruthy();
    comes = true;
    await act(async () => void window.dispatchEvent(new Event('online')));
    expect(screen.getByText('真的页面')).toBeTruthy();
  });

  it('is found by trying again', async () => {
    let comes = false;
    await open('pages/account/messages/index', () => comes);
    expect(screen.getByRole('alert').textContent).toContain('暂时连不上服务');
    comes = true;
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '再打开一次' })));
    expect(screen.getByText('真的页面')).toBeTruthy();
  });
});
