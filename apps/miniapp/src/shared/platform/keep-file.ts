import Taro from '@tarojs/taro';

// A file that was received, given to the person: WeChat has an album and a reader of its own, a browser its downloads.

/** not-allowed: WeChat asks once for the album, and then only in its settings. */
export type Kept = 'kept' | 'not-allowed' | 'given-up' | 'failed';

type File = { readonly path: string } | { readonly bytes: ArrayBuffer };

export const keepPicture = (file: File, name: string): Promise<Kept> =>
  'path' in file ? outcome(Taro.saveImageToPhotosAlbum({ filePath: file.path })) : download(file.bytes, name, 'image/png');

/** WeChat opens it; its own menu keeps it or sends it on. */
export const keepDocument = (file: File, name: string): Promise<Kept> =>
  'path' in file
    ? outcome(Taro.openDocument({ filePath: file.path, fileType: 'pdf', showMenu: true }))
    : download(file.bytes, name, 'application/pdf');

/** Where the album can be allowed afterwards. */
export const openAlbumSetting = (): void => void Taro.openSetting().catch(() => undefined);

const outcome = (asked: Promise<unknown>): Promise<Kept> =>
  asked.then(
    () => 'kept',
    (error: { readonly errMsg?: string } | undefined) => {
      const said = error?.errMsg ?? '';
      if (/auth|deny|denied|permission/i.test(said)) return 'not-allowed';
      return /cancel/i.test(said) ? 'given-up' : 'failed';
    },
  );

async function download(bytes: ArrayBuffer, name: string, type: string): Promise<Kept> {
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
