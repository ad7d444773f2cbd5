import { type KeptTable, NUMBER, OWN, PROOF } from './kept-table';

/** What is kept of complaints, and of the reminders of a family's days. */
export const KEPT_HELP_TABLES: readonly KeptTable[] = [
  {
    table: 'complaints',
    title: '投诉建议',
    purpose: '按编号答复',
    until: PROOF,
    by: ['holder_id'],
    columns: {
      number: '编号',
      kind: '种类',
      state: '状态',
      reference: '涉及的办理编号',
      error_code: '错误代码',
      text_sealed: '内容',
      phone_sealed: '电话',
      answer_by: '最晚答复日期',
      written_at: '提交时间',
      changed_at: '最近变更',
      closed_at: '结束时间',
    },
    without: { [NUMBER]: ['id', 'subject_kind', 'subject_id', 'provisional'], [OWN]: ['holder_id'] },
  },
  {
    table: 'complaint_answers',
    title: '投诉建议的答复',
    purpose: '查得到怎么答复的',
    until: PROOF,
    by: ['holder_id'],
    columns: { text_sealed: '内容', at: '时间' },
    without: { [NUMBER]: ['id', 'complaint_id'], [OWN]: ['holder_id'] },
  },
  {
    table: 'reminder_settings',
    title: '家庭日历的提醒开关',
    purpose: '要不要提醒',
    until: '随账户保留，不含姓名',
    by: ['holder_id'],
    columns: { is_on: '提醒' },
    without: { [NUMBER]: ['looked_on'], [OWN]: ['holder_id'] },
  },
  {
    table: 'reminders',
    title: '已经提醒过的日子',
    purpose: '同一天只提醒一次',
    until: '随账户保留，不含姓名',
    by: ['holder_id'],
    columns: { kind: '种类', on_day: '哪一天', days_before: '提前几天', at: '提醒时间' },
    without: { [NUMBER]: ['subject_id'], [OWN]: ['holder_id'] },
  },
];
