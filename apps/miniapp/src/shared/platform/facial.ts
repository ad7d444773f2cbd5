import { inWeChat } from './target';

interface Facial {
  readonly requestFacialVerify?: (options: { readonly verifyId: string; readonly success: () => void; readonly fail: () => void }) => void;
}
declare const wx: Facial | undefined;

export type FacialOutcome = 'passed' | 'failed' | 'unable';

/** WeChat's own face check. It tells our server the result; what it tells the phone only decides what is shown next. */
export function checkFace(verifyId: string): Promise<FacialOutcome> {
  const request = inWeChat && typeof wx !== 'undefined' ? wx.requestFacialVerify : undefined;
  if (request === undefined) return Promise.resolve('unable');
  return new Promise((resolve) => request({ verifyId, success: () => resolve('passed'), fail: () => resolve('failed') }));
}
