import { PEOPLE } from '../people/people';
import { REGION_NAMES } from '../people/regions';
import { CHANGES } from '../register/register';

const CHANGE_TEXT: Readonly<Record<(typeof CHANGES)[number], string>> = {
  'insurance-paused': '参保暂停',
  'insurance-ended': '参保终止',
  'insurance-resumed': '恢复正常参保',
  moved: '参保地变更',
  died: '登记去世',
};

const optionOf = ([value, text]: readonly [string, string]): string => `<option value="${value}">${text}</option>`;
const families = [...new Set(PEOPLE.map(({ family }) => family))];
const familyOptions = (family: string): string =>
  `<optgroup label="${family}">${PEOPLE.filter((person) => person.family === family)
    .map(({ key, name }) => optionOf([key, name]))
    .join('')}</optgroup>`;

/** What happens to people at the insurance side, and ends or pauses what hangs on it. */
export const registerHtml = `<section class="card" aria-labelledby="h-register">
      <h2 id="h-register">参保变动</h2>
      <p class="hint">像医保经办机构那样登记一个人的变动，业务系统马上会读到：该结束的绑定自动结束，双方都收到消息。去世之后不能再登记别的变动，可以全部恢复原样。只影响演示。</p>
      <div id="changes" aria-live="polite"></div>
      <form id="register-form">
        <label for="who">谁</label><select id="who">${families.map(familyOptions).join('')}</select>
        <label for="change">什么变动</label><select id="change">${CHANGES.map((change) => optionOf([change, CHANGE_TEXT[change]])).join('')}</select>
        <div id="to-row" hidden><label for="to">变更到</label><select id="to">${Object.entries(REGION_NAMES).map(optionOf).join('')}</select></div>
        <div class="row"><button type="submit" class="primary" id="register-change">登记变动</button><button type="button" id="restore">全部恢复原样</button></div>
      </form>
      <div class="trouble" id="register-trouble" role="alert" hidden></div>
    </section>`;
