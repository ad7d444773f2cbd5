import type { FaultKind, LedgerFault } from '../books/ledger-fault';
import type { LedgerReport } from '../jobs/verify-ledger';

const FAULT_TEXT: Readonly<Record<FaultKind, string>> = {
  'entry-changed': '这笔分录或它的转账与入账时不同',
  'entry-missing': '缺少分录',
  'entries-swapped': '分录与另一笔互换了位置',
  'entry-inserted': '多出一笔不是本系统写入的分录',
  'entry-unlike-transfer': '分录的金额与转账不符',
  'transfer-changed': '转账与入账时不同',
  'transfer-missing': '分录所属的转账不见了',
  'transfer-without-entries': '转账没有分录',
  'transfer-without-person': '转账的双方都不是个人账户',
  'clearing-entry-changed': '清算账户的分录与转账不符',
  'clearing-entry-missing': '清算账户缺少分录',
  'clearing-entry-inserted': '清算账户多出一笔分录',
  'account-changed': '账户行（余额、冻结、序号、链尾、持有人或账户名）与分录不符',
  'account-missing': '账户不见了，或一个人的账户不是两个',
  'kept-entry-missing': '此前另存过的分录不见了',
  'kept-entry-changed': '此前另存过的分录已被改写',
  'frozen-without-hold': '冻结金额不等于未了结的冻结之和',
  'total-not-zero': '全部账户之和不为零',
  'holds-unlike-payment': '代缴的冻结与它的状态不符',
  'refund-unlike-payment': '代缴的退费与它的状态不符',
  'premium-twice': '同一人同一年度有两笔有效代缴',
  'settlement-unlike-transfers': '结算的分摊与转账不符',
  'void-unlike-settlement': '结算撤销退回的钱与结算扣的钱不符，或已冲正的报文又结算了',
};

/** For whoever runs the check: ids, no names, no amounts. */
export function ledgerReportText(report: LedgerReport): string {
  const { accounts, entries, transfers, faults, faultCount } = report;
  const head = `账本核对 ${report.at.toISOString()}：个人账户 ${accounts} 个，分录 ${entries} 笔，转账 ${transfers} 笔。`;
  if (faultCount === 0) return `${head}\n没有发现问题。`;
  const more = faultCount > faults.length ? [`……另有 ${faultCount - faults.length} 处。`] : [];
  return [head, `发现 ${faultCount} 处问题：`, ...faults.map(faultLine), ...more].join('\n');
}

function faultLine({ kind, accountId, version, transferId, subjectId }: LedgerFault): string {
  const where = [
    accountId === undefined ? [] : `账户 ${accountId}`,
    version === undefined ? [] : `第 ${version} 笔`,
    transferId === undefined ? [] : `转账 ${transferId}`,
    subjectId === undefined ? [] : `业务 ${subjectId}`,
  ].flat();
  return `- ${where.length === 0 ? '' : `${where.join('，')}：`}${FAULT_TEXT[kind]}（${kind}）`;
}
