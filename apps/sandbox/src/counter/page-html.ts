import { INSTITUTIONS } from '../people/institutions';
import { documentHtml } from '../web/document';

// Keys stay here: the page knows an institution by its code.
const OPTIONS = INSTITUTIONS.map(({ code, name, kind }) => `<option value="${code}" data-kind="${kind}">${name}</option>`).join('');

/** The shell of the counter page; page.ts brings it to life. One card for each step, in the order of the work. */
const MAIN = `<main class="desk">
  <div class="steps">
    <section class="card" aria-labelledby="h-where">
      <h2 id="h-where">本窗口所在机构</h2>
      <label for="institution">定点医药机构</label>
      <select id="institution">${OPTIONS}</select>
    </section>

    <section class="card" aria-labelledby="h-code" id="scan">
      <h2 id="h-code"><span class="step" aria-hidden="true">1</span>扫医保码</h2>
      <form id="code-form" novalidate>
        <label for="payload">医保码数字</label>
        <input id="payload" name="payload" inputmode="numeric" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="64" aria-describedby="payload-hint">
        <p class="hint" id="payload-hint">用扫码枪扫、手工输入，或粘贴手机截图。医保码约 30 秒换一次，每个只能用一次。</p>
        <div class="row">
          <button type="submit" class="primary" id="read">读取医保码</button>
          <button type="button" id="camera">用摄像头扫码</button>
          <label class="button" for="picture">选择医保码图片</label>
          <input class="visually-hidden" type="file" id="picture" accept="image/*" aria-label="选择医保码图片">
        </div>
        <div class="camera" id="camera-box" hidden>
          <video id="camera-picture" playsinline muted aria-label="摄像头画面"></video>
          <p class="hint">请把医保码放在画面中间，读到后自动关闭摄像头。</p>
        </div>
        <div class="trouble" id="code-trouble" role="alert" tabindex="-1" hidden></div>
      </form>
      <div class="holder" id="holder" hidden>
        <span class="avatar" id="holder-letter" aria-hidden="true"></span>
        <div>
          <p class="holder-name" id="holder-name" tabindex="-1"></p>
          <p class="hint" id="holder-certificate"></p>
          <p class="hint" id="holder-place"></p>
        </div>
        <button type="button" id="other">换一位</button>
        <p class="mark" id="holder-mark" hidden>由亲属代为出示，请核对就医购药人在场</p>
        <p id="holder-benefit"></p>
      </div>
    </section>

    <section class="card" aria-labelledby="h-cost" id="cost" hidden>
      <h2 id="h-cost"><span class="step" aria-hidden="true">2</span>录入费用</h2>
      <form id="cost-form" novalidate>
        <fieldset id="item-fields">
          <legend class="visually-hidden">费用清单</legend>
          <div class="baskets" role="group" aria-label="示例清单"><span class="hint">示例清单</span><span id="baskets"></span></div>
          <div class="choices" role="group" aria-label="费用种类" id="item-kinds"></div>
          <div class="item-entry">
            <div class="wide">
              <label for="item-name">项目名称（可不填）</label>
              <input id="item-name" autocomplete="off" maxlength="40">
            </div>
            <div>
              <label for="item-price">单价（元）</label>
              <input id="item-price" inputmode="decimal" autocomplete="off" placeholder="例如 86.50">
            </div>
            <div>
              <label for="item-count">数量</label>
              <input id="item-count" inputmode="numeric" autocomplete="off" value="1">
            </div>
            <button type="button" id="item-add">加入清单</button>
          </div>
          <div id="items" aria-live="polite"></div>
        </fieldset>
        <label for="fund">其中统筹支付（元）</label>
        <input id="fund" inputmode="decimal" autocomplete="off" aria-describedby="fund-hint">
        <p class="hint" id="fund-hint"></p>
        <label for="accounts">个人账户</label>
        <select id="accounts">
          <option value="2">本人账户，不够再共济</option>
          <option value="1">只用本人账户</option>
          <option value="0">不用个人账户</option>
        </select>
        <div class="row"><button type="submit" class="primary" id="pre-settle">预结算，看谁付多少</button></div>
        <div class="trouble" id="cost-trouble" role="alert" tabindex="-1" hidden></div>
      </form>
    </section>

    <section class="card" aria-labelledby="h-split" id="split" hidden>
      <h2 id="h-split" tabindex="-1"><span class="step" aria-hidden="true">3</span>核对分摊</h2>
      <div id="split-table"></div>
      <form id="settle-form" novalidate>
        <label class="tick" id="cash-line" hidden><input type="checkbox" id="cash-agreed"><span id="cash-text"></span></label>
        <div class="row"><button type="submit" class="primary" id="settle">结算</button></div>
        <div class="trouble" id="settle-trouble" role="alert" tabindex="-1" hidden></div>
      </form>
    </section>

    <section class="card done" aria-labelledby="h-result" id="result" hidden>
      <h2 id="h-result" tabindex="-1">结算完成</h2>
      <div id="result-body"></div>
      <div class="row"><button type="button" class="primary" id="next">接待下一位</button></div>
    </section>
    <p class="visually-hidden" role="status" id="status"></p>
  </div>

  <aside class="card records" aria-labelledby="h-records">
    <h2 id="h-records">今日记录</h2>
    <div id="records-notice" role="status" tabindex="-1"></div>
    <div id="records"></div>
  </aside>
</main>`;

export const COUNTER_HTML = documentHtml({
  title: '收费窗口',
  scriptPath: '/counter/page.js',
  link: { href: '/', text: '沙箱首页' },
  main: MAIN,
});
