import Taro from '@tarojs/taro';
import type { Reply } from './send';

const TIMEOUT_MS = 30_000;

/** In WeChat a temporary file, in a browser the bytes themselves. */
export type ReceivedFile = { readonly path: string } | { readonly bytes: ArrayBuffer };

type Headers = Readonly<Record<string, string>>;

/** One exchange whose answer is a file; a refusal comes as its JSON. undefined where no readable answer came. */
export async function receive(path: string, headers: Headers): Promise<Reply | undefined> {
  try {
    return await (process.env.TARO_ENV === 'weapp' ? download(path, headers) : fetchBytes(path, headers));
  } catch {
    return undefined;
  }
}

async function download(path: string, header: Headers): Promise<Reply> {
  const { statusCode: status, tempFilePath } = await Taro.downloadFile({ url: `${BFF_ADDRESS}${path}`, header, timeout: TIMEOUT_MS });
  if (status === 200) return { status, body: { path: tempFilePath } satisfies ReceivedFile };
  const text = Taro.getFileSystemManager().readFileSync(tempFilePath, 'utf8');
  return { status, body: typeof text === 'string' ? JSON.parse(text) : undefined };
}

async function fetchBytes(path: string, header: Headers): Promise<Reply> {
  const url = `${BFF_ADDRESS}${path}`;
  const { statusCode: status, data } = await Taro.request({ url, method: 'GET', header, responseType: 'arraybuffer', timeout: TIMEOUT_MS });
  const bytes = data as ArrayBuffer;
  return status === 200
    ? { status, body: { bytes } satisfies ReceivedFile }
    : { status, body: JSON.parse(new TextDecoder().decode(bytes)) };
}
