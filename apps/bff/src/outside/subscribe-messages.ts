import { weChatSent, type weChatSubscribeMessage, weChatToken } from '@gongji/contract';
import { NotSent, NotTaken, type SubscribeMessages } from '@gongji/core';
import { SUBSCRIBE_NOTE, SUBSCRIBE_PAGE, SUBSCRIBE_TEMPLATES, type SubscribeKind, shanghaiTimeText } from '@gongji/domain';
import type { z } from 'zod';
import { callOutside } from './call-outside';
import { guardParty } from './guard-party';
import type { WeChatApp } from './wechat';

const TIMEOUT_MS = 5_000;
/** WeChat's token holds two hours; a new one is asked for a while before, so that none runs out on the way. */
const EARLY_MS = 5 * 60_000;
/** 40001, 40014, 42001: the token is not taken any more, whatever its time said. */
const TOKEN_REFUSED = new Set([40001, 40014, 42001]);
/** 43101: the person has no allowance left, or took it back. 40003: WeChat knows no such person in this mini program. */
const PERSON_REFUSED = new Set([43101, 40003]);
/** 40037: no such template. 41030: no such page. 43107: this mini program or template may send none. 45168: a word is not allowed. 47003: the fields are others. */
const MESSAGE_REFUSED = new Set([40037, 41030, 43107, 45168, 47003]);

export type SubscribeTemplateIds = Readonly<Partial<Record<SubscribeKind, string>>>;

interface Options {
  readonly app: WeChatApp;
  readonly templates: SubscribeTemplateIds;
  readonly now: () => Date;
  readonly onCircuit?: (part: string, state: 'open' | 'trying' | 'closed') => void;
}

interface Sent {
  readonly openid: string;
  readonly kind: SubscribeKind;
  readonly at: Date;
}

/** A token of the app, then a message by template. Repeated only where it surely did not arrive. */
export function subscribeMessagesAt(base: string, { app, templates, now, onCircuit = () => undefined }: Options): SubscribeMessages {
  const guard = guardParty({ onCircuit });
  const token = openToken(base, app, now);
  const post = async (accessToken: string, body: z.infer<typeof weChatSubscribeMessage>): Promise<number> => {
    const url = new URL('/cgi-bin/message/subscribe/send', base);
    url.search = new URLSearchParams({ access_token: accessToken }).toString();
    const send = () => callOutside({ method: 'POST', url, body, schema: weChatSent, timeoutMs: TIMEOUT_MS });
    return (await guard({ part: 'subscribe', isQuestion: false, send })).errcode;
  };
  return {
    send: async (message) => {
      const templateId = templates[message.kind];
      if (templateId === undefined) throw new NotTaken('no-template');
      const body = messageOf(templateId, message);
      const first = await post(await token.get(), body);
      // Refused by its token it was not taken: once more with a new one.
      const errcode = TOKEN_REFUSED.has(first) ? await post(await token.renew(), body) : first;
      if (errcode === 0) return 'sent';
      if (PERSON_REFUSED.has(errcode)) return 'refused';
      throw MESSAGE_REFUSED.has(errcode) ? new NotTaken(errcode) : new NotSent();
    },
  };
}

function messageOf(templateId: string, { openid, kind, at }: Sent): z.infer<typeof weChatSubscribeMessage> {
  const { title, at: time, note, titleText } = SUBSCRIBE_TEMPLATES[kind];
  const data = { [title]: { value: titleText }, [time]: { value: shanghaiTimeText(at) }, [note]: { value: SUBSCRIBE_NOTE } };
  return { touser: openid, template_id: templateId, page: SUBSCRIBE_PAGE, data };
}

/** One token for the process, asked for once however many wait for it. */
function openToken(base: string, app: WeChatApp, now: () => Date) {
  let held: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const url = new URL('/cgi-bin/token', base);
    url.search = new URLSearchParams({ grant_type: 'client_credential', appid: app.appId, secret: app.secret }).toString();
    const answer = await callOutside({ method: 'GET', url, schema: weChatToken, timeoutMs: TIMEOUT_MS }).catch(() => {
      throw new NotSent();
    });
    if (!('access_token' in answer)) throw new NotSent();
    held = { token: answer.access_token, until: now().getTime() + answer.expires_in * 1000 - EARLY_MS };
    return answer.access_token;
  };
  const renew = (): Promise<string> => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  return { renew, get: async () => (held !== undefined && held.until > now().getTime() ? held.token : renew()) };
}
