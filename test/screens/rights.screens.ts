import { TODAY } from './made';
import { screen, type Screen } from './screen';

// What a person can ask of those who run it: who looked, a complaint and its answer, help at a counter, and the days ahead.

export const RIGHTS_SCREENS = {
  privacy: screen({
    reads: [],
    loading: { never: 'it reads nothing' },
    empty: { never: 'it is a list of ways' },
    ok: { sees: '谁看过我的信息' },
    error: { never: 'it reads nothing' },
  }),
  'privacy-consent': screen({
    reads: ['privacyConsent'],
    empty: { never: 'whoever is logged in has agreed' },
    ok: { sees: '您的选择' },
    more: { asked: { sees: /先告诉您会怎样/, act: ({ tap }) => tap('撤回同意') } },
  }),
  'privacy-export': screen({
    reads: [],
    loading: { never: 'it reads nothing before somebody asks' },
    empty: { never: 'it only offers to make a file' },
    ok: { sees: '导出我的信息' },
    error: { never: 'it reads nothing before somebody asks' },
  }),
  'delete-account': screen({
    reads: ['accountDeletion'],
    empty: { never: 'what would go and what must stay is always there' },
    ok: { sees: '必须保留' },
  }),
  components: screen({
    reads: [],
    loading: { never: 'it reads nothing' },
    empty: { never: 'it shows every part there is' },
    ok: { sees: '组件一览', waits: true },
    error: { never: 'it reads nothing' },
  }),
  'access-log': screen({
    reads: ['accessLog'],
    empty: { sees: '还没有人看过', replies: { accessLog: (real) => ({ ...real, looks: [], nextCursor: null }) } },
    ok: {
      as: 'mother',
      // What was looked at before: the pictures themselves are looked at in another order each time.
      replies: { accessLog: (real) => ({ looks: real.looks.filter(({ at }) => Date.parse(at) < Date.parse(TODAY)), nextCursor: null }) },
      sees: /月.*日|今天|昨天/,
    },
  }),
  'family-calendar': screen({
    as: 'sister',
    reads: ['familyCalendar'],
    empty: { sees: '近期没有要记的日子', replies: { familyCalendar: (real) => ({ ...real, dates: [] }) } },
    ok: { sees: /年\d+月/ },
  }),
  complaints: screen({
    reads: ['complaints'],
    empty: { sees: '还没有投诉建议', replies: { complaints: { answer: { complaints: [] } } } },
    ok: { sees: /^\d{6} \d{6}|\d{4,}/ },
  }),
  complaint: screen({
    query: ({ complaintId }) => ({ complaintId }),
    reads: ['complaint'],
    empty: { never: 'it is about one complaint' },
    ok: { sees: '母亲的居民医保费扣了两次，请帮我看一下。' },
    more: { written: { query: ({ complaintId }) => ({ complaintId, written: '1' }), sees: '已收到，请记下编号' } },
  }),
  'write-complaint': screen({
    reads: [],
    loading: { never: 'it is a form, and can be written before anything was read' },
    empty: { never: 'it is a form' },
    ok: { sees: '提交并取得编号' },
    error: { never: 'what it reads only offers more to choose' },
    more: { invalid: { sees: /需要改正/, act: ({ tap }) => tap('提交并取得编号') } },
  }),
  help: screen({
    reads: ['counterHelp', 'regions'],
    loading: { never: 'what it says first stands without reading' },
    empty: { never: 'what it says stands for every region' },
    ok: { sees: '深圳市' },
    error: { never: 'it serves where nothing else does' },
  }),
} as const satisfies Readonly<Record<string, Screen>>;
