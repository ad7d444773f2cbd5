import type { Page } from 'playwright-core';

/** What everybody meets once, before their first log-in: reads, ticks, agrees. Whoever has agreed before is at their code already. */
export async function agreeToPrivacy(page: Page): Promise<void> {
  const agreed = page.getByRole('checkbox', { name: '我看过了，同意这样使用我的信息' });
  const code = page.getByRole('img', { name: /的医保码，二维码$/ });
  await agreed.or(code).first().waitFor();
  if (await code.first().isVisible()) return;
  await agreed.click();
  await page.getByRole('button', { name: '同意并登录', exact: true }).click();
}
