import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import Taro from '@tarojs/taro';
import type { jest } from '@jest/globals';
import { phoneFiles } from '../../../test/stubs/taro';
import { fetchFile } from '../bff/fetch-file';
import { keepToken } from '../session/token';
import { keepDocument, keepPicture, keepTable } from './keep-file';

// A build has one target; here it is WeChat for the length of this file.
const built = process.env.TARO_ENV;
beforeAll(() => {
  process.env.TARO_ENV = 'weapp';
});
afterAll(() => {
  process.env.TARO_ENV = built;
});

const mock = <T>(api: unknown) => api as jest.Mock<(given: Readonly<Record<string, unknown>>) => Promise<T>>;
const download = mock<{ statusCode: number; tempFilePath: string }>(Taro.downloadFile);
const album = mock<object>(Taro.saveImageToPhotosAlbum);
const reader = mock<object>(Taro.openDocument);
const TOKEN = 'T'.repeat(43);

describe('a receipt in WeChat', () => {
  beforeEach(() => keepToken(TOKEN));

  it('is downloaded with the session in a header, and never in the address', async () => {
    download.mockResolvedValue({ statusCode: 200, tempFilePath: 'wxfile://tmp/1.png' });
    expect(await fetchFile('receiptPicture', { paymentId: 'p 1' })).toEqual({ kind: 'done', answer: { path: 'wxfile://tmp/1.png' } });
    const [sent] = download.mock.calls[0] ?? [];
    expect(sent).toMatchObject({ url: '/api/premium-payments/p%201/receipt.png', header: { authorization: `Bearer ${TOKEN}` } });
    expect(String(sent?.['url'])).not.toContain(TOKEN);
  });

  it('is refused in the catalogue’s words, which WeChat has put into a file', async () => {
    download.mockResolvedValue({ statusCode: 503, tempFilePath: 'wxfile://tmp/2' });
    phoneFiles.set('wxfile://tmp/2', JSON.stringify({ code: 'SERVICE_BUSY', text: '现在办理的人太多。', nextStep: '请等 3 秒再试。' }));
    expect(await fetchFile('receiptDocument', { paymentId: 'p' })).toMatchObject({ kind: 'refused', refusal: { code: 'SERVICE_BUSY' } });
  });

  it('is unknown where nothing came', async () => {
    download.mockRejectedValue(new Error('downloadFile:fail timeout'));
    expect((await fetchFile('receiptDocument', { paymentId: 'p' })).kind).toBe('unknown');
  });

  it.each([
    [undefined, 'kept'],
    ['saveImageToPhotosAlbum:fail auth deny', 'not-allowed'],
    ['saveImageToPhotosAlbum:fail:auth denied', 'not-allowed'],
    ['saveImageToPhotosAlbum:fail authorize no response', 'not-allowed'],
    ['saveImageToPhotosAlbum:fail cancel', 'given-up'],
    ['saveImageToPhotosAlbum:fail file not found', 'failed'],
  ])('goes to the album, or says why not: %s', async (errMsg, kept) => {
    if (errMsg === undefined) album.mockResolvedValue({});
    else album.mockRejectedValue({ errMsg });
    expect(await keepPicture({ path: 'wxfile://tmp/1.png' }, 'x.png')).toBe(kept);
  });

  it('is opened as a document that its menu can keep', async () => {
    reader.mockResolvedValue({});
    expect(await keepDocument({ path: 'wxfile://tmp/1.pdf' }, 'x.pdf')).toBe('kept');
    expect(reader.mock.calls[0]?.[0]).toEqual({ filePath: 'wxfile://tmp/1.pdf', fileType: 'pdf', showMenu: true });
  });
});

describe('a table in WeChat', () => {
  const file = { path: 'wxfile://tmp/1.csv' };
  const share = (Taro as unknown as { readonly shareFileMessage: jest.Mock<(given: Shared) => void> }).shareFileMessage;
  interface Shared {
    readonly filePath: string;
    readonly fileName: string;
    success(): void;
    fail(error: unknown): void;
  }

  it('is handed to a chat', async () => {
    expect(await keepTable(file, 'a.csv')).toBe('kept');
    expect(share).toHaveBeenCalledWith(expect.objectContaining({ filePath: file.path, fileName: 'a.csv' }));
  });

  it.each([
    ['shareFileMessage:fail cancel', 'given-up'],
    ['shareFileMessage:fail file not exist', 'failed'],
  ])('that was not shared is not said to be: %s', async (errMsg, kept) => {
    share.mockImplementationOnce(({ fail }) => fail({ errMsg }));
    expect(await keepTable(file, 'a.csv')).toBe(kept);
  });

  it('is copied as text where WeChat is too old to share files', async () => {
    const able = Taro.canIUse;
    Taro.canIUse = () => false;
    phoneFiles.set(file.path, '时间');
    expect(await keepTable(file, 'a.csv')).toBe('copied');
    Taro.canIUse = able;
    expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: '时间' });
  });
});
