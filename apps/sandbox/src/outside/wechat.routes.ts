import { randomBytes } from 'node:crypto';
import type Router from 'koa-router';
import { personByKey } from '../people/people';

/** WeChat's jscode2session: js_code `demo-<key>` logs that synthetic person in, any number of times; WeChat answers 200 even when it says no. */
export function weChatRoutes(router: Router): void {
  router.get('/sns/jscode2session', (ctx) => {
    const code = ctx.query['js_code'];
    const person = typeof code === 'string' && code.startsWith('demo-') ? personByKey(code.slice('demo-'.length)) : undefined;
    ctx.body = person
      ? { openid: person.openid, session_key: randomBytes(16).toString('base64') }
      : { errcode: 40029, errmsg: 'invalid code' };
  });
}
