import Taro from '@tarojs/taro';
import type { Subscriptions } from '@gongji/contract';
import type { SubscribeKind } from '@gongji/domain';
import { callBff } from '../bff/call-bff';
import { keep, readKept } from '../platform/storage';
import { quietCode } from './silent-log-in';

// WeChat brings a message to the lock screen only after it was allowed, once for each message, in a tap. A browser has nothing of the kind: there nobody is asked.

/** Who said no is not asked again in each tap. */
const LEFT_ALONE_MS = 30 * 24 * 3_600_000;

interface Refusal {
  readonly kind: SubscribeKind;
  readonly at: number;
}

/** Those that still count. */
const refusals = (): readonly Refusal[] =>
  (readKept<readonly Refusal[]>('subscribeRefusals') ?? []).filter(({ at }) => Date.now() - at < LEFT_ALONE_MS);

let templates: Subscriptions['templates'] = [];

/** WeChat opens its dialogue only within the tap, so what it needs is read before. */
export async function prepareToAsk(): Promise<void> {
  if (process.env.TARO_ENV !== 'weapp' || templates.length > 0) return;
  const outcome = await callBff('subscriptions');
  if (outcome.kind === 'done') templates = outcome.answer.templates;
}

/** Asks beside what the tap does, and never holds it up: a no, a failure and an old WeChat change nothing about it. */
export function askToBeTold(kinds: readonly SubscribeKind[]): void {
  if (process.env.TARO_ENV !== 'weapp') return;
  const leftAlone = refusals().map(({ kind }) => kind);
  const asked = templates.filter(({ kind }) => kinds.includes(kind) && !leftAlone.includes(kind));
  if (asked.length > 0) void ask(asked).catch(() => undefined);
}

async function ask(asked: Subscriptions['templates']): Promise<void> {
  const request = Taro.requestSubscribeMessage as unknown as (given: {
    readonly tmplIds: readonly string[];
  }) => Promise<Readonly<Record<string, string>>>;
  // WeChat takes at most three in one dialogue.
  const answer = await request({ tmplIds: asked.slice(0, 3).map(({ templateId }) => templateId) });
  const saidOf = ({ templateId }: { readonly templateId: string }): string | undefined => answer[templateId];
  const refused = asked.filter((each) => saidOf(each) === 'reject' || saidOf(each) === 'ban');
  if (refused.length > 0) keep('subscribeRefusals', [...refusals(), ...refused.map(({ kind }) => ({ kind, at: Date.now() }))]);
  // Also acceptWithAudio, where WeChat reads it out.
  const kinds = asked.filter((each) => saidOf(each)?.startsWith('accept')).map(({ kind }) => kind);
  if (kinds.length === 0) return;
  const code = await quietCode();
  if (code !== undefined) await callBff('subscribe', { body: { kinds, code }, always: true });
}

/** As after the app was closed. */
export function forgetTemplates(): void {
  templates = [];
}
