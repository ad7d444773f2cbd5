import { pipeline, Readable, type Writable } from 'node:stream';
import type { AccountEntry } from '@gongji/core';
import { ENTRY_KIND_TEXT, type Fen, POT_TEXT, settlementNumberText, subtractFen, yuanOf, ZERO } from '@gongji/domain';
import { stringify } from 'csv-stringify';
import type { FileLanguage } from './file-language';

/** A file on its way out. */
export type CsvFile = Readable;

type Column = readonly [title: string, valueOf: (entry: AccountEntry) => string];

/** Nothing is written as a negative number: a minus sign at the beginning is what spreadsheets take for a formula. */
const gain = (amountFen: Fen): string => (amountFen > 0 ? yuanOf(amountFen) : '');
const loss = (amountFen: Fen): string => gain(subtractFen(ZERO, amountFen));

const COLUMNS: readonly Column[] = [
  ['时间', ({ at }) => at.slice(0, 19).replace('T', ' ')],
  ['事项', ({ kind }) => ENTRY_KIND_TEXT[kind]],
  ['账户', ({ pot }) => POT_TEXT[pot]],
  ['收入（元）', ({ amountFen }) => gain(amountFen)],
  ['支出（元）', ({ amountFen }) => loss(amountFen)],
  ['冻结（元）', ({ frozenFen }) => gain(frozenFen)],
  ['解除冻结（元）', ({ frozenFen }) => loss(frozenFen)],
  ['该账户余额（元）', ({ balanceAfterFen }) => yuanOf(balanceAfterFen)],
  ['其中冻结（元）', ({ frozenAfterFen }) => yuanOf(frozenAfterFen)],
  ['为谁', ({ forPerson }) => forPerson ?? '本人'],
  ['对方', ({ counterparty }) => counterparty],
  // In groups: a spreadsheet takes sixteen digits in a row for an amount, and rounds it.
  ['编号', ({ number, settlementId }) => (number === null ? '' : settlementId === null ? number : settlementNumberText(number))],
];

/** With a byte order mark, without which Excel takes it for another encoding; what would be a formula there is marked as text. */
export function entriesCsv(entries: AsyncIterable<AccountEntry>, answer: Writable, { say }: FileLanguage): CsvFile {
  const lines = stringify({
    bom: true,
    header: true,
    columns: COLUMNS.map(([title]) => say(title)),
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  const rows = Readable.from(rowsOf(entries, say));
  // A failure half-way breaks the connection, so that nobody takes half a list for the whole or waits for the rest. The compression would swallow it.
  pipeline(rows, lines, (error) => {
    if (error) answer.destroy(error);
  });
  return lines;
}

async function* rowsOf(entries: AsyncIterable<AccountEntry>, say: FileLanguage['say']): AsyncGenerator<string[]> {
  for await (const entry of entries) yield COLUMNS.map(([, valueOf]) => say(valueOf(entry)));
}
