import type { GrantKind } from './binding-text';

export interface EndWords {
  readonly verb: string;
  readonly after: string;
  readonly confirm: string;
  readonly notNow: string;
  readonly done: string;
  readonly afterwards: string;
}

const UNBIND: EndWords = {
  verb: '解绑',
  after: '解绑之后',
  confirm: '确认解绑',
  notNow: '先不解绑',
  done: '已解绑',
  afterwards: '从现在起不会再有出示和扣款。以前的记录和凭证仍可查看。',
};

const close = (afterwards: string): EndWords => ({
  verb: '关闭',
  after: '关闭之后',
  confirm: '确认关闭',
  notNow: '先不关闭',
  done: '已关闭',
  afterwards,
});
const CLOSE: Readonly<Record<GrantKind, EndWords>> = {
  'show-code': close('从现在起不能再出示。以前的记录仍可查看，需要时可以重新打开。'),
  'share-funds': close('从现在起不会再有扣款。以前的记录和凭证仍可查看，需要时可以重新打开。'),
};

/** Neutral words for ending one switch, or all of it. */
export const endWords = (kind: GrantKind | null): EndWords => (kind === null ? UNBIND : CLOSE[kind]);
