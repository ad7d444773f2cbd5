import Taro from '@tarojs/taro';
import type { Session } from '@gongji/contract';
import { presentVisit } from '../bff/answers';
import { send } from '../bff/send';
import { thisPhone } from '../platform/device-name';
import { readKept } from '../platform/storage';
import { inWeChat } from '../platform/target';
import { keepToken, keptToken, readToken } from './token';

/** A single-use log-in code without asking anybody: the demo person chosen before, or WeChat's. A browser outside the demo has none. */
export async function quietCode(): Promise<string | undefined> {
  const demoKey = readKept<string>('demoKey');
  if (demoKey !== undefined) return `demo-${demoKey}`;
  if (!inWeChat) return undefined;
  try {
    return (await Taro.login()).code;
  } catch {
    return undefined;
  }
}

/** unknown: nobody said whether the person may come in again. */
type Renewal = 'renewed' | 'refused' | 'unknown';

let running: Promise<Renewal> | undefined;

async function renew(): Promise<Renewal> {
  const askedIn = presentVisit();
  const code = await quietCode();
  if (code === undefined) return 'refused';
  const reply = await send({ method: 'POST', path: '/api/session', body: { code, device: thisPhone() } });
  if (reply === undefined || reply.status >= 500) return 'unknown';
  // Who logged out meanwhile stays out, and so does who was logged out in another tab.
  if (reply.status >= 300 || askedIn !== presentVisit() || keptToken() !== readToken()) return 'refused';
  keepToken((reply.body as Session).token);
  return 'renewed';
}

/** Ten calls that meet an expired session at once log in once. */
export function renewSession(): Promise<Renewal> {
  running ??= renew().finally(() => {
    running = undefined;
  });
  return running;
}
