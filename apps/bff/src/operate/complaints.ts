import { answerComplaint, type Answered, type ComplaintToAnswer, type CoreDeps, openComplaint, readComplaintsToAnswer } from '@gongji/core';
import { COMPLAINT_TEXT_BOUNDS, parseComplaintNumber } from '@gongji/domain';
import { SettingError } from '../settings';
import type { Done } from './done';

const USAGE = '用法：complaints list | complaints show 编号 | complaints answer 编号 答复';

/** What people wrote: a list without a word of it, one in full, an answer. */
export async function complaints(core: CoreDeps, [verb, rawNumber, ...words]: readonly string[]): Promise<Done> {
  if (verb === 'list' && rawNumber === undefined) return list(core);
  const number = parseComplaintNumber(rawNumber ?? '');
  if (verb === 'show' && words.length === 0) return show(core, wellFormed(number));
  if (verb === 'answer') return answer(core, wellFormed(number), words.join(' ').trim());
  throw new SettingError(USAGE);
}

/** A digit misheard on the phone is told from a number that is not there. */
function wellFormed(number: string | undefined): string {
  if (number === undefined) throw new SettingError(`编号是 12 位数字，末位是校验码，请核对。${USAGE}`);
  return number;
}

async function list(core: CoreDeps): Promise<Done> {
  const open = await readComplaintsToAnswer(core);
  const late = open.filter(({ overdue }) => overdue).length;
  const head = `没有结束的投诉建议 ${open.length} 条，其中超过答复日期 ${late} 条。`;
  return { text: `${[head, ...open.map(lineOf)].join('\n')}\n`, exitCode: late === 0 ? 0 : 1 };
}

const lineOf = ({ numberText, kindText, stateText, writtenOn, answerBy, overdue, wantsCall, reference }: ComplaintToAnswer): string =>
  [
    `${numberText} ${kindText} ${stateText}`,
    `${writtenOn} 收到，${answerBy} 前答复${overdue ? '（已超期）' : ''}`,
    ...(wantsCall ? ['要求回电'] : []),
    ...(reference === null ? [] : [`参考 ${reference}`]),
  ].join('；');

async function show(core: CoreDeps, number: string): Promise<Done> {
  const found = await openComplaint(core, number);
  if (found === undefined) return { text: NOT_ANSWERED['no-such-number'], exitCode: 1 };
  const { text, phone, about, answers } = found;
  const lines = [
    lineOf(found),
    ...(about === null ? [] : [`关于：${about}`]),
    ...(phone === null ? [] : [`回电：${phone}`]),
    `内容：${text}`,
    ...answers.map((each) => `答复 ${each.at.slice(0, 16)}：${each.text}`),
  ];
  return { text: `${lines.join('\n')}\n`, exitCode: 0 };
}

const NOT_ANSWERED: Readonly<Record<Exclude<Answered, 'answered'>, string>> = {
  'no-such-number': '没有这个编号的投诉建议。\n',
  closed: '这条投诉建议已由本人结束，不能再答复。\n',
  'said-before': '上一次答复就是这句话，没有再发。\n',
};

async function answer(core: CoreDeps, number: string, text: string): Promise<Done> {
  const { least, most } = COMPLAINT_TEXT_BOUNDS;
  if (text.length < least || text.length > most) throw new SettingError(`答复要 ${least} 到 ${most} 个字。${USAGE}`);
  const outcome = await answerComplaint(core, { number, text });
  return outcome === 'answered' ? { text: '已答复，已给本人发消息。\n', exitCode: 0 } : { text: NOT_ANSWERED[outcome], exitCode: 1 };
}
