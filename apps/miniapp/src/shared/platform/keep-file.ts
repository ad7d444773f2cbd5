import Taro from '@tarojs/taro';

// A file that was received, given to the person: WeChat has an album and a reader of its own, a browser its downloads.

/** not-allowed: WeChat asks once for the album, and then only in its settings. */
export type Kept = 'kept' | 'not-allowed' | 'given-up' | 'failed';

type File = { readonly path: string } | { readonly bytes: ArrayBuffer };

export const keepPicture = (file: File, name: string): Promise<Kept> =>
  'path' in file ? outcomeOfAsking(Taro.saveImageToPhotosAlbum({ filePath: file.path })) : download(file.bytes, name, 'image/png');

/** WeChat opens it; its own menu keeps it or sends it on. */
export const keepDocument = (file: File, name: string): Promise<Kept> =>
  'path' in file
    ? outcomeOfAsking(Taro.openDocument({ filePath: file.path, fileType: 'pdf', showMenu: true }))
    : download(file.bytes, name, 'application/pdf');

interface FileShare {
  shareFileMessage?(given: { readonly filePath: string; readonly fileName: string; success(): void; fail(error: unknown): void }): void;
}

/** WeChat opens no table and no page: it goes to a chat (for instance 文件传输助手), from where a computer opens it; as text where WeChat is too old to share files. */
export async function keepTable(file: File, name: string, type = 'text/csv;charset=utf-8'): Promise<Kept | 'copied'> {
  if ('bytes' in file) return download(file.bytes, name, type);
  const { shareFileMessage } = Taro as FileShare;
  if (Taro.canIUse('shareFileMessage') && shareFileMessage !== undefined)
    return outcomeOfAsking(new Promise<void>((success, fail) => shareFileMessage({ filePath: file.path, fileName: name, success, fail })));
  const text = Taro.getFileSystemManager().readFileSync(file.path, 'utf8');
  const copied = await outcomeOfAsking(Taro.setClipboardData({ data: typeof text === 'string' ? text : '' }));
  return copied === 'kept' ? 'copied' : copied;
}

/** Where the album can be allowed afterwards. */
export const openAlbumSetting = (): void => void Taro.openSetting().catch(() => undefined);

/** What WeChat says of something that it asked the person. */
export const outcomeOfAsking = (asked: Promise<unknown>): Promise<Kept> =>
  asked.then(
    () => 'kept',
    (error: { readonly errMsg?: string } | undefined) => {
      const said = error?.errMsg ?? '';
      if (/auth|deny|denied|permission/i.test(said)) return 'not-allowed';
      return /cancel/i.test(said) ? 'given-up' : 'failed';
    },
  );

/** A text as a file of a browser. */
export const keepText = (text: string, name: string, type: string): Promise<Kept> => download(text, name, type);

async function download(bytes: ArrayBuffer | string, name: string, type: string): Promise<Kept> {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return 'kept';
}
