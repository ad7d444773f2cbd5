import type { BatchReport, DifferenceReport, Sum, TaxReport } from '@gongji/core';
import { addFen, type DifferenceKind, fenText, type PlainDate, shanghaiTimeText, type TaxLineState } from '@gongji/domain';

// An operator's day in plain Chinese. Payments by their number; no name, no certificate.

export const KIND_TEXT: Readonly<Record<DifferenceKind, string>> = {
  'theirs-only': '税务有、我方没有',
  'ours-only': '我方有、税务没有',
  'amount-differs': '金额不一致',
  'state-differs': '状态不一致',
  'cut-off-lag': '日切时间差',
  'not-yet-known': '我方还在查询结果',
  'person-differs': '参保人不一致',
  'year-or-region-differs': '年度或地区不一致',
  'tax-number-differs': '税务流水号不一致',
  'duplicate-line': '文件内重复',
  'two-payments-one-levy': '同一应缴有两笔',
};

const FILE_STATE_TEXT = { reading: '文件未取完', comparing: '比对中', done: '已完成' } as const;
const LINE_STATE_TEXT: Readonly<Record<TaxLineState, string>> = {
  accepted: '已受理',
  voided: '已作废',
  paid: '已缴费',
  posted: '已入库',
  refunded: '已退费',
};
const DIFFERENCE_STATE_TEXT = { open: '未处理', explained: '已说明', resolved: '已消除' } as const;

/** Listed one by one; the rest is counted. */
const MOST_LISTED = 50;
const DAY_MS = 86_400_000;

export function reportText(report: TaxReport): string {
  const { date, batches, files, fileTotals, found, open } = report;
  return [
    `税务对账日报 ${date}`,
    '',
    '一、清缴批次（当日及仍未结清的）',
    ...(batches.length === 0 ? ['  没有批次。'] : batches.map(batchLine)),
    '',
    '二、日终文件',
    ...(files.length === 0
      ? ['  没有对账记录。']
      : files.map((file) => `  ${file.regionName}：${FILE_STATE_TEXT[file.state]}，${file.lineCount} 行，一致 ${file.agreeingCount} 笔`)),
    ...fileTotals.map((total) => `  其中${LINE_STATE_TEXT[total.state]} ${sumText(total)}`),
    '',
    '三、当日文件发现的差异',
    ...(found.length === 0
      ? ['  没有差异。']
      : found.map((one) => `  ${KIND_TEXT[one.kind]}（${DIFFERENCE_STATE_TEXT[one.state]}）${sumText(one)}`)),
    '',
    '四、截至当日未处理的差异',
    ...openLines(open, date),
    '',
  ].join('\n');
}

function batchLine({ regionName, madeAt, doneAt, paid, refused, open, ...all }: BatchReport): string {
  const state = doneAt === null ? '未结清' : `${shanghaiTimeText(doneAt)} 结清`;
  const parts = `已缴费 ${sumText(paid)}，被拒 ${sumText(refused)}，未回 ${sumText(open)}`;
  return `  ${regionName} ${shanghaiTimeText(madeAt)} 送出 ${sumText({ count: all.count, totalFen: all.totalFen })}：${parts}；${state}`;
}

function openLines(open: readonly DifferenceReport[], date: PlainDate): readonly string[] {
  const [oldest] = open;
  if (oldest === undefined) return ['  没有。'];
  const days = Math.round((Date.parse(date) - Date.parse(oldest.foundOn)) / DAY_MS);
  const total = addFen(...open.map((one) => one.amountFen));
  const more = open.length > MOST_LISTED ? [`  另有 ${open.length - MOST_LISTED} 项未列出。`] : [];
  return [
    `  共 ${sumText({ count: open.length, totalFen: total })}；最早一项发现于 ${oldest.foundOn}，已 ${days} 天。`,
    ...open.slice(0, MOST_LISTED).map(differenceLine),
    ...more,
  ];
}

const differenceLine = ({ number, foundOn, regionName, kind, payment, ours, theirs }: DifferenceReport): string =>
  `  #${number} ${foundOn} ${regionName} ${KIND_TEXT[kind]} ${payment}：我方 ${ours ?? '无'}，税务 ${theirs ?? '无'}`;

const sumText = ({ count, totalFen }: Sum): string => `${count} 笔 ${fenText(totalFen)}`;
