import type { Page } from 'playwright-core';

/** What everybody meets once, before their first log-in: reads, ticks, agrees. */
export async function agreeToPrivacy(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: '我看过了，同意这样使用我的信息' }).click();
  await page.getByRole('button', { name: '同意并登录', exact: true }).click();
}
