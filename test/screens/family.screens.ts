import type { Made } from './made';
import { type Hand, screen, type Screen } from './screen';

const bound = ({ bound: { bindingId } }: Made) => ({ bindingId });
const invited = ({ invited: { bindingId } }: Made) => ({ bindingId });
const boundFunds = (made: Made) => ({ ...bound(made), kind: 'share-funds' });

const toPerson = async ({ tap }: Hand): Promise<void> => {
  await tap('开始办理');
  await tap('我已阅读并同意告知书', 'checkbox');
  await tap('下一步');
};
const toGrants = async (hand: Hand): Promise<void> => {
  await toPerson(hand);
  await hand.tap('填入演示资料');
  await hand.tap(/^胡亮/, 'radio');
  await hand.tap('兄弟姐妹', 'radio');
  await hand.tap('下一步');
};
const toCheck = async (hand: Hand): Promise<void> => {
  await toGrants(hand);
  await hand.tap('出示TA的医保码', 'switch');
  await hand.tap('下一步');
};

/** What lies behind the tab of relatives. */
export const FAMILY_SCREENS = {
  'add-relative': screen({
    as: 'newcomer',
    reads: ['consent'],
    empty: { never: 'it is a form' },
    ok: { sees: '开始办理' },
    more: {
      consent: { sees: '我已阅读并同意告知书', act: ({ tap }) => tap('开始办理') },
      person: { sees: '证件号码', act: toPerson },
      invalid: {
        sees: /需要改正/,
        act: async (hand) => {
          await toPerson(hand);
          await hand.tap('下一步');
        },
      },
      grants: { sees: '出示TA的医保码', act: toGrants },
      check: { sees: '确认无误，去签名', act: toCheck },
      sign: {
        sees: '签名并提交绑定',
        act: async (hand) => {
          await toCheck(hand);
          await hand.tap('确认无误，去签名');
        },
      },
    },
  }),
  relative: screen({
    query: bound,
    reads: ['binding'],
    empty: { never: 'it is about one relative' },
    ok: { sees: '陈*兰' },
    more: { waiting: { as: 'husband', query: invited, sees: '林*' } },
  }),
  invitation: screen({
    as: 'wife',
    query: invited,
    reads: ['binding'],
    empty: { never: 'it is about one invitation' },
    ok: { sees: '我认识TA，并已看清以上内容' },
    more: {
      closed: {
        query: () => ({ token: 'x'.repeat(22) }),
        replies: { openInvitation: { refuse: 'INVITATION_INVALID' } },
        sees: '这份邀请打不开',
      },
      expired: {
        query: () => ({ token: 'x'.repeat(22) }),
        replies: { openInvitation: { refuse: 'BINDING_INVITATION_EXPIRED' } },
        sees: '这份邀请已经过期',
      },
    },
  }),
  unbind: screen({
    query: bound,
    reads: ['unbindPreview'],
    empty: { never: 'it is about one relative' },
    ok: { sees: '解绑之后' },
    more: {
      blocked: { replies: ({ blocked: answer }) => ({ unbindPreview: { answer } }), sees: /现在不能解绑/ },
      refused: { replies: { unbind: { refuse: 'SERVICE_BUSY' } }, act: ({ tap }) => tap('确认解绑'), sees: '现在办理的人太多。' },
      unknown: { replies: { unbind: 'silent' }, act: ({ tap }) => tap('确认解绑'), sees: /处理中/ },
      done: { replies: ({ bound: answer }) => ({ unbind: { answer } }), act: ({ tap }) => tap('确认解绑'), sees: /已解绑/ },
    },
  }),
  'grant-terms': screen({
    query: boundFunds,
    reads: ['binding'],
    empty: { never: 'it is about one switch' },
    ok: { sees: '保存修改' },
  }),
  'deduction-order': screen({
    as: 'mother',
    reads: ['deductionOrder'],
    empty: {
      sees: '还没有家人帮您付',
      replies: { deductionOrder: (real) => ({ ...real, sponsors: [] }) },
    },
    ok: { sees: '陈*国' },
  }),
  'shared-limit': screen({
    reads: ['sharedLimit'],
    empty: { never: 'without a limit it says so and asks for one, as in order' },
    ok: { sees: '家人已用' },
    more: {
      invalid: { sees: /^请填大于 0 的金额/, act: ({ tap }) => tap('保存限额') },
    },
  }),
} as const satisfies Readonly<Record<string, Screen>>;
