import { type PlainDate, plainDate } from '../dates';

/** One thing that is kept about a person: what, what for, and for how long. */
export interface KeptItem {
  readonly what: string;
  readonly purpose: string;
  readonly until: string;
}

/** What a person reads and agrees to before anything of theirs is read or kept. A new wording gets a new version, and is asked for again. */
export interface PrivacyText {
  readonly version: string;
  readonly from: PlainDate;
  readonly title: string;
  readonly lead: string;
  readonly items: readonly KeptItem[];
  readonly others: readonly string[];
  readonly rights: readonly string[];
  /** What withdrawing ends at once, and what stays and why. */
  readonly withdrawal: { readonly ends: readonly string[]; readonly stays: readonly string[] };
}

/** The periods stand on 《个人信息保护法》第十九条 (no longer than needed) and 《会计档案管理办法》 (accounts, 30 years); both are this project's reading. */
export const PRIVACY_TEXT: PrivacyText = {
  version: '2026-11-3',
  from: plainDate('2026-11-01'),
  title: '个人信息怎么用',
  lead: '用之前请先看一遍。同意之前，我们不读取也不保存您的参保信息。',
  items: [
    {
      what: '微信登录标识（不含昵称和头像）',
      purpose: '认出是您本人在登录',
      until: '到您注销账户',
    },
    {
      what: '姓名、证件号码、出生日期、参保地和参保状态（加密保存）',
      purpose: '出示医保码、核对绑定和缴费条件',
      until: '到您注销账户',
    },
    {
      what: '亲情账户绑定、签名和同意记录',
      purpose: '确认谁同意了什么，有争议时查得到',
      until: '解绑后仍保留，作为同意的凭证',
    },
    {
      what: '个人账户的每一笔收支、结算和代缴记录',
      purpose: '扣款、退费、对账',
      until: '账目依法保留，注销后不再显示姓名',
    },
    {
      what: '出示医保码的时间、手机编号、扫码的机构',
      purpose: '让您看到谁出示过、在哪里扫过',
      until: '随账目保留',
    },
    {
      what: '手机型号和登录时间',
      purpose: '让您认出登录着的手机，丢了能退出',
      until: '登录最多保留 12 小时；设备名称到您注销账户',
    },
    {
      what: '投诉建议的内容和您留下的电话（电话加密保存）',
      purpose: '处理并答复您，按编号查得到',
      until: '作为办理的凭证，注销后保留 3 年',
    },
  ],
  others: [
    '绑定的家人能看到您遮盖后的姓名和证件号码、年龄、参保地和险种、居民医保费要缴多少和缴费期限、绑定的到期日，看不到您的余额。',
    '帮您付钱的家人能看到那一笔的机构、时间和TA付的金额；出示您医保码的家人，还能看到那一次的总费用。',
    '家人每次看，都记在“谁看过我的信息”里。',
    '医药机构扫码后能看到您的姓名、证件号码和可用余额，用于这一次结算。',
    '税务部门在查应缴和代缴时会收到参保人的证件号码。',
    '不用于广告，不给其他公司。',
    '微信接口中，扫一扫（查验凭证）、保存图片到相册、加到手机日历、复制到剪贴板、本人刷脸，都在您点按钮时才用。',
    '另外，登录时读取手机型号；出示医保码时能知道您截了屏，以便换一个新码，看不到截屏的画面。',
  ],
  rights: ['随时查看谁看过您的信息', '导出保存的全部信息', '撤回同意、退出所有登录', '注销账户', '不用手机也能到医保经办窗口办理'],
  withdrawal: {
    ends: ['所有手机马上退出登录', '您手机上的离线医保码，和别人手机上您的离线医保码，都作废', '正在显示的医保码马上失效'],
    stays: [
      '账目、结算和代缴记录依法保留，不能删。',
      '亲情账户绑定不会自动解除：已经同意的扣款按原来的约定继续。不想继续，请先解绑。',
      '以后再登录，会重新请您看过并同意。',
    ],
  },
};
