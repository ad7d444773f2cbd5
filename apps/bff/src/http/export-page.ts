import type { PersonExport } from '@gongji/core';

// The export as a page that any browser opens without this program: no script, nothing fetched.

const STYLE = `body{margin:24px auto;max-width:960px;padding:0 16px;font:16px/1.6 system-ui,sans-serif;color:#17211f;background:#fff}
h1{font-size:24px}h2{font-size:19px;margin:32px 0 4px}p{margin:4px 0;color:#52605e}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:8px 0;font-size:14px}
th,td{border:1px solid #dfe6e4;padding:6px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#f4f7f6}`;

export const exportPage = ({ madeAt, tables }: PersonExport, demo: boolean): Uint8Array =>
  new TextEncoder().encode(`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>我的个人信息</title><style>${STYLE}</style></head><body>
<h1>我的个人信息</h1>
${demo ? '<p>演示 · 非官方 · 人物和金额均为虚构</p>' : ''}
<p>生成时间：${escaped(madeAt)}。这里是保存的、关于您的全部内容。别人的姓名已遮盖。里面有您的证件号码，请不要转发给别人。</p>
${tables.map(section).join('\n')}
</body></html>
`);

const section = ({
  title,
  purpose,
  until,
  columns,
  rows,
}: PersonExport['tables'][number]): string => `<h2>${escaped(title)}（${rows.length} 条）</h2>
<p>用来：${escaped(purpose)}。保留：${escaped(until)}。</p>
${
  rows.length === 0
    ? ''
    : `<div class="wide"><table><tr>${columns.map((column) => `<th>${escaped(column)}</th>`).join('')}</tr>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell === null ? '' : String(cell))}</td>`).join('')}</tr>`).join('\n')}</table></div>`
}`;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
