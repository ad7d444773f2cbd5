import { weChatSession } from '@gongji/contract';
import { AppError } from '@gongji/domain';
import { callOutside, saysNothing } from './call-outside';

const TIMEOUT_MS = 5_000;

/** WeChat's answers for a code that is wrong, used or too old (errcode 40029, 40163). */
const CODE_REFUSED = new Set([40029, 40163]);

export interface WeChatApp {
  readonly appId: string;
  readonly secret: string;
}

/** Exchanges the phone's log-in code for the openid. Throws LOGIN_CODE_INVALID, or OUTSIDE_UNAVAILABLE where WeChat does not answer or is busy. */
export type FindOpenid = (code: string) => Promise<string>;

const silent = saysNothing('微信');

export const weChatAt =
  (base: string, app: WeChatApp): FindOpenid =>
  async (code) => {
    const url = new URL('/sns/jscode2session', base);
    url.search = new URLSearchParams({ appid: app.appId, secret: app.secret, js_code: code, grant_type: 'authorization_code' }).toString();
    const answer = await callOutside({ method: 'GET', url, schema: weChatSession, timeoutMs: TIMEOUT_MS }).catch(silent);
    if ('openid' in answer) return answer.openid;
    if (CODE_REFUSED.has(answer.errcode)) throw new AppError('LOGIN_CODE_INVALID');
    return silent();
  };
