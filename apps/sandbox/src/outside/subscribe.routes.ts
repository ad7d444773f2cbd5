import { randomBytes } from 'node:crypto';
import { weChatSubscribeMessage } from '@gongji/contract';
import type Router from 'koa-router';
import type { SandboxDeps } from '../deps';

/** WeChat's own time. */
const TOKEN_SECONDS = 7200;
const MOST_KEPT = 200;

/** WeChat's token of the app and its subscribe messages. A token is taken until it is two hours old by the sandbox's clock, and none after a restart. */
export function subscribeRoutes(router: Router, { state, now }: SandboxDeps): void {
  const tokens = new Map<string, number>();
  router.get('/cgi-bin/token', (ctx) => {
    const token = randomBytes(24).toString('hex');
    tokens.set(token, now().getTime() + TOKEN_SECONDS * 1000);
    ctx.body = { access_token: token, expires_in: TOKEN_SECONDS };
  });
  router.post('/cgi-bin/message/subscribe/send', async (ctx) => {
    const until = tokens.get(String(ctx.query['access_token']));
    if (until === undefined || until < now().getTime()) {
      ctx.body = { errcode: 40001, errmsg: 'invalid credential' };
      return;
    }
    const read = weChatSubscribeMessage.safeParse(ctx.request.body);
    if (!read.success) {
      ctx.body = { errcode: 47003, errmsg: 'argument invalid' };
      return;
    }
    state.current.sentMessages = [...state.current.sentMessages, { ...read.data, at: now().toISOString() }].slice(-MOST_KEPT);
    await state.save();
    ctx.body = { errcode: 0, errmsg: 'ok' };
  });
  // What would have lit up a phone, for whoever looks at the demonstration.
  router.get('/sandbox/subscribe-messages', (ctx) => {
    ctx.body = { messages: state.current.sentMessages };
  });
}
