import { agreeToPrivacy } from '../support/agree-to-privacy';
import { openPhoneAt } from '../support/phone';
import { describeMainJourney, type OpenPhone } from './main-journey';

/** The browser version asks who one is; everything else is as in WeChat. */
const open: OpenPhone = async (browser, system, person) => {
  const phone = await openPhoneAt(browser, {
    address: system.bffUrl,
    folder: 'browser',
    title: (page) => page.getByRole('heading', { level: 1 }),
    tab: (page, name) => page.locator('taro-tabbar').getByRole('link').filter({ hasText: name }),
  });
  await phone.tap(new RegExp(`^${person.name} `));
  await agreeToPrivacy(phone.page);
  return phone;
};

describeMainJourney('the main job in a browser', open);
