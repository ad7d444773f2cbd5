import {
  clearPremiums,
  type CoreDeps,
  explainTaxDifference,
  readTaxReport,
  reconcileDay,
  reconcileTaxOffice,
  resolvePremiums,
} from '@gongji/core';
import { addDays, parseDate, type PlainDate, shanghaiDate } from '@gongji/domain';
import { SettingError } from '../settings';
import { complaints } from './complaints';
import type { Done, Tell } from './done';
import { addKey, addToRegister, removeKey } from './institutions';
import { reseal } from './keys';
import { verify } from './ledger';
import { enrol } from './people';
import { reportText } from './report-text';
import { addEnvelope, removeEnvelope } from './sm-envelopes';

type OperatorCommand = (core: CoreDeps, argv: readonly string[], tell: Tell) => Promise<Done>;

/** The day before today, in Shanghai, where nothing is said. Throws SettingError. */
function dateIn(core: CoreDeps, rawDate: string | undefined): PlainDate {
  const today = shanghaiDate(core.now());
  if (rawDate === undefined) return addDays(today, -1);
  const date = parseDate(rawDate);
  if (date === undefined) throw new SettingError(`不是日期：${rawDate}；请写成 2026-11-23`);
  if (date >= today) throw new SettingError(`${date} 还没有结束，日终文件要到第二天才有`);
  return date;
}

async function reportOn(core: CoreDeps, date: PlainDate): Promise<Done> {
  const report = await readTaxReport(core, date);
  const isFinished = report.files.every(({ state }) => state === 'done');
  return { text: reportText(report), exitCode: isFinished && report.open.length === 0 ? 0 : 1 };
}

const clear: OperatorCommand = async (core) => {
  await resolvePremiums(core);
  const paid = await clearPremiums(core);
  const { batches } = await readTaxReport(core, shanghaiDate(core.now()));
  const open = batches.reduce((count, batch) => count + batch.open.count, 0);
  return { text: `清缴完成：本次已缴费 ${paid} 笔，税务未回 ${open} 笔。\n`, exitCode: open === 0 ? 0 : 1 };
};

const reconcile: OperatorCommand = async (core, [rawDate]) => {
  const date = dateIn(core, rawDate);
  // What is due before it first: a difference keeps the day on which it was found.
  await reconcileTaxOffice(core);
  await reconcileDay(core, date);
  return reportOn(core, date);
};

const report: OperatorCommand = (core, [rawDate]) => reportOn(core, dateIn(core, rawDate));

/** A closed list: free text would end in a name sooner or later. */
export const EXPLANATIONS: Readonly<Record<string, string>> = {
  'corrected-there': '税务已更正',
  'corrected-here': '我方已更正',
  'refunded-there': '已由税务退费',
  'paid-elsewhere': '其他渠道缴费',
  'test-record': '测试数据',
};

const explain: OperatorCommand = async (core, [rawNumber, reason]) => {
  const number = Number(rawNumber?.replace(/^#/, ''));
  if (!Number.isSafeInteger(number) || reason === undefined || !Object.hasOwn(EXPLANATIONS, reason))
    throw new SettingError(`用法：explain 编号 原因；原因：${Object.keys(EXPLANATIONS).join('、')}`);
  const isDone = await explainTaxDifference(core, { number, reason });
  return isDone
    ? { text: `#${number} 已说明：${EXPLANATIONS[reason]}\n`, exitCode: 0 }
    : { text: `没有编号为 #${number} 的未处理差异。\n`, exitCode: 1 };
};

export const OPERATOR_COMMANDS: Readonly<Record<string, OperatorCommand>> = {
  clear,
  reconcile,
  report,
  explain,
  verify,
  complaints,
  enrol,
  'add-institution': addToRegister,
  'add-key': addKey,
  'remove-key': removeKey,
  'add-sm': addEnvelope,
  'remove-sm': removeEnvelope,
  reseal,
};

/** `tell` hears how far a long one is. Throws SettingError for a command that is not there. */
export async function operate(core: CoreDeps, [name, ...rest]: readonly string[], tell: Tell = () => undefined): Promise<Done> {
  const command = name !== undefined && Object.hasOwn(OPERATOR_COMMANDS, name) ? OPERATOR_COMMANDS[name] : undefined;
  if (command === undefined) throw new SettingError(`用法：npm run operate -- ${Object.keys(OPERATOR_COMMANDS).join(' | ')}`);
  return command(core, rest, tell);
}
