import type { SandboxPerson } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { PARTS, FAULT_MODES, type Part } from '../fault';
import { PEOPLE, PEOPLE_NOTICE } from '../people/people';
import { documentHtml } from '../web/document';
import { registerHtml } from './register-html';

const PART_TEXT: Readonly<Record<Part, string>> = {
  wechat: '微信登录',
  'wechat-send': '微信：订阅消息',
  identity: '身份核验',
  'face-start': '人脸核验：开始',
  'face-query': '人脸核验：查询结果',
  register: '参保登记：查询变动',
  'register-credits': '参保登记：每月划入文件',
  'tax-levy': '税务：应缴查询',
  'tax-apply': '税务：申请代缴',
  'tax-void': '税务：作废',
  'tax-query': '税务：查询结果',
  'tax-refund': '税务：申请退费',
  'tax-refund-query': '税务：查询退费结果',
  'tax-clear': '税务：清缴文件',
  'tax-file': '税务：日终文件',
};
const MODE_TEXT: Readonly<Record<(typeof FAULT_MODES)[number], string>> = {
  slow: '变慢',
  refuse: '拒绝，不办理',
  silence: '不办理也不回答',
  'work-then-silence': '办理了但不回答',
  lock: '暂时锁定（只限申请代缴）',
};

const optionsOf = (texts: Readonly<Record<string, string>>, values: readonly string[]): string =>
  values.map((value) => `<option value="${value}">${texts[value]}</option>`).join('');

/** Our own table only: nothing that a visitor typed comes into this page as markup. */
const personHtml = ({ key, name, story, account }: SandboxPerson): string => `<li>
  <strong>${name}</strong> <code>demo-${key}</code>
  ${account ? `<span class="hint">当年 ${fenText(account.currentYearFen)} · 历年 ${fenText(account.carriedOverFen)}</span>` : ''}
  <p>${story}</p>
</li>`;

const families = [...new Set(PEOPLE.map(({ family }) => family))];
const familyHtml = (family: string): string => `<h3>${family}</h3>
<ul class="people">${PEOPLE.filter((person) => person.family === family)
  .map(personHtml)
  .join('')}</ul>`;

/** What a newcomer needs first: the counter, the people, and the three switches. */
export const homeHtml = (asksSecret: boolean): string =>
  documentHtml({
    title: '沙箱',
    scriptPath: '/home.js',
    link: { href: '/counter', text: '打开收费窗口' },
    main: `<main class="desk">
  <div class="steps">
    <section class="card" aria-labelledby="h-what">
      <h2 id="h-what">外面的世界，由这里代答</h2>
      <p>微信登录、税务、身份核验和定点医药机构都没有真实接口，演示时由本沙箱通过 HTTP 回答。</p>
      <nav class="row" aria-label="沙箱页面">
        <a class="button primary" href="/counter">收费窗口</a>
        <a class="button" href="/sandbox/people">人物（JSON）</a>
        <a class="button" href="/sandbox/faults">故障（JSON）</a>
        <a class="button" href="/sandbox/clock">时钟（JSON）</a>
        <a class="button" href="/sandbox/register">参保变动（JSON）</a>
      </nav>
    </section>
    <section class="card" aria-labelledby="h-people">
      <h2 id="h-people">虚构人物</h2>
      <p class="hint">${PEOPLE_NOTICE}登录码写在姓名后面。</p>
      ${families.map(familyHtml).join('')}
    </section>
  </div>
  <div class="steps">
    ${asksSecret ? '<section class="card"><label for="secret">演示口令</label><input id="secret" type="password" autocomplete="off"><p class="hint">改时间、登记参保变动和制造故障需要口令。</p></section>' : ''}
    <section class="card" aria-labelledby="h-clock">
      <h2 id="h-clock">时钟</h2>
      <p id="now" class="big">…</p>
      <p class="hint">沙箱和业务系统一起改；只影响演示。</p>
      <form id="clock-form">
        <label for="moment">改到（北京时间）</label>
        <input id="moment" type="datetime-local" required>
        <div class="row"><button type="submit" class="primary" id="move">改时间</button><button type="button" id="back">回到现在</button></div>
        <div class="row"><button type="button" id="next-month">到下月 1 日</button><button type="button" id="next-year">到明年 1 月 1 日</button></div>
        <p class="hint">每月 1 日，参保登记把当月的钱划入个人账户；1 月 1 日，当年账户的余额转入历年账户。</p>
      </form>
      <div class="trouble" id="clock-trouble" role="alert" hidden></div>
    </section>
    ${registerHtml}
    <section class="card" aria-labelledby="h-faults">
      <h2 id="h-faults">制造故障</h2>
      <div id="faults" aria-live="polite"></div>
      <form id="fault-form">
        <label for="part">哪一部分</label><select id="part">${optionsOf(PART_TEXT, PARTS)}</select>
        <label for="mode">怎样</label><select id="mode">${optionsOf(MODE_TEXT, FAULT_MODES)}</select>
        <label for="times">几次</label><input id="times" type="number" min="1" max="1000" value="1" required>
        <div class="row"><button type="submit" class="primary" id="add">加上这个故障</button><button type="button" id="clear">全部清除</button></div>
      </form>
      <div class="trouble" id="fault-trouble" role="alert" hidden></div>
    </section>
    <p class="visually-hidden" role="status" id="status"></p>
  </div>
</main>`,
  });
