/** A page of the browser version whose code cannot be fetched. */
export const MISSING_PAGE = {
  title: '这一页还没有下载',
  text: '这一页还没有下载到手机上，连上网络后会自动打开。急用请带身份证或社保卡到医保经办窗口办理。',
  service: '这一页暂时取不到，可能正在更新。请稍后再打开。急用请带身份证或社保卡到医保经办窗口办理。',
  again: '再打开一次',
  opening: '正在打开…',
} as const;
