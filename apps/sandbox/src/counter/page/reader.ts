/** What reads pictures is large, and most codes come from a scan gun: it is fetched when it is first needed. */
const ADDRESS = '/counter/reader.js';

export async function loadReader(): Promise<typeof import('./read-picture')> {
  try {
    return (await import(ADDRESS)) as typeof import('./read-picture');
  } catch {
    throw new ReaderNotLoaded();
  }
}

/** The sandbox was not reached. A browser may remember that, and asks anew only when the page is loaded again. */
export class ReaderNotLoaded extends Error {
  readonly code = 'READER_NOT_LOADED';
  readonly text = '识别医保码的部分没有下载下来。请刷新页面再试，或手工输入数字。';
}
