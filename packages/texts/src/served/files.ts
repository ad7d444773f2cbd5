import type { Sentence } from './sentence';

/** What a receipt on paper says beside what the screens say. */
export const RECEIPT_PAPER: readonly Sentence[] = [
  ['出具时间', 'Issued on'],
  ['人民币（大写）', 'In words'],
  ['缴费时间（已缴费）', 'Paid on'],
  ['入库时间（已入库）', 'Received by the treasury on'],
  ['出具时尚未入库', 'Not yet when this was issued'],
  ['退费时间', 'Refunded on'],
  ['退费税务编号', 'Tax office number of the refund'],
  ['个人账户（{pot}）', 'Personal account ({pot})'],
  [
    '扫码或在“查验缴费凭证”里输入，可查真伪、是否入库、是否已退费。',
    'Scan the code, or type it under “Check a receipt”, to see whether it is genuine, received by the treasury, or refunded.',
  ],
  [
    '不是税务部门的完税证明或电子票据；需要票据的，请到税务渠道开具。',
    'It is no tax certificate and no electronic invoice of the tax office; for one, please ask the tax office.',
  ],
  [
    '不证明参保人已经享受或一定享受待遇；待遇以参保地医保部门为准。',
    'It does not prove that benefits are due or were used; the insurance office where the person is insured decides that.',
  ],
  [
    '校验码不含入库和退费情况，两者以查验当时的结果为准。',
    'The check code does not cover the treasury or a refund; for both, what a check says at the time holds.',
  ],
  [
    '姓名中〔U+…〕是字库里没有的生僻字的统一码编号，不是姓名有误。',
    'A code in brackets (U+…) in a name stands for a rare character that the font does not have; the name is right.',
  ],
];

/** The heads of a list of movements as a file for a spreadsheet. */
export const ENTRIES_FILE: readonly Sentence[] = [
  ['事项', 'What for'],
  ['对方', 'The other side'],
  ['收入（元）', 'In (yuan)'],
  ['支出（元）', 'Out (yuan)'],
  ['冻结（元）', 'Held (yuan)'],
  ['解除冻结（元）', 'Hold lifted (yuan)'],
  ['该账户余额（元）', 'Balance of that account (yuan)'],
  ['其中冻结（元）', 'of it held (yuan)'],
];
