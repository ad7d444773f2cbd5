import type { PersonExport } from '@gongji/core';
import { fen, fenText, shanghaiTimeText } from '@gongji/domain';
import type { FileLanguage } from './file-language';

// The export as a page that any browser opens without this program: no script, nothing fetched.

const STYLE = `body{margin:24px auto;max-width:960px;padding:0 16px;font:16px/1.6 system-ui,sans-serif;color:#17211f;background:#fff}
h1{font-size:24px}h2{font-size:19px;margin:32px 0 4px}p{margin:4px 0;color:#52605e}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:8px 0;font-size:14px}
th,td{min-width:5em;border:1px solid #dfe6e4;padding:6px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#f4f7f6}
svg{width:120px;height:48px;fill:none;stroke:#17211f;stroke-width:4}`;

type Table = PersonExport['tables'][number];

interface Reader {
  /** Synthetic people and money, and the page says so. */
  readonly demo: boolean;
  readonly language: FileLanguage;
}

export const exportPage = ({ madeAt, tables }: PersonExport, reader: Reader): Uint8Array =>
  new TextEncoder().encode(`<!doctype html>
<html lang="${reader.language.code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${said(reader, '我的个人信息')}</title><style>${STYLE}</style></head><body>
<h1>${said(reader, '我的个人信息')}</h1>
${reader.demo ? `<p>${said(reader, '演示 · 非官方 · 人物和金额均为虚构')}</p>` : ''}
<p>${said(reader, '生成时间')} ${said(reader, timeText(madeAt))}</p>
<p>${said(reader, '这里是保存的、关于您的全部内容。别人的姓名已遮盖。里面有您的证件号码，请不要转发给别人。')}</p>
${tables.map((table) => section(reader, table)).join('\n')}
</body></html>
`);

function section(reader: Reader, { title, purpose, until, columns, rows }: Table): string {
  const head = columns.map((column) => `<th>${said(reader, column.title)}</th>`).join('');
  const body = rows.map(
    (row) => `<tr>${row.map((cell, index) => `<td>${cellText(reader, cell, columns[index]?.kind ?? null)}</td>`).join('')}</tr>`,
  );
  return `<h2>${said(reader, title)} (${rows.length})</h2>
<p>${said(reader, '用来：')}${said(reader, purpose)}</p>
<p>${said(reader, '保留：')}${said(reader, until)}</p>
${rows.length === 0 ? '' : `<div class="wide"><table><tr>${head}</tr>\n${body.join('\n')}</table></div>`}`;
}

function cellText(reader: Reader, cell: Table['rows'][number][number], kind: Table['columns'][number]['kind']): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return said(reader, cell ? '是' : '否');
  if (kind === 'fen') return fenText(fen(Number(cell)));
  const text = String(cell);
  if (kind === 'instant') return said(reader, timeText(text));
  if (kind === 'drawing') return drawing(text);
  return kind === 'words' ? said(reader, text) : escaped(text);
}

/** As large as what was drawn: phones draw on fields of different sizes. */
function drawing(path: string): string {
  const numbers = (path.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const farthest = (odd: 0 | 1): number => Math.max(0, ...numbers.filter((_number, index) => index % 2 === odd)) + 4;
  return `<svg viewBox="0 0 ${farthest(0)} ${farthest(1)}"><path d="${escaped(path)}"/></svg>`;
}

const timeText = (instant: string): string => shanghaiTimeText(new Date(instant));
const said = ({ language }: Reader, text: string): string => escaped(language.say(text));

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
