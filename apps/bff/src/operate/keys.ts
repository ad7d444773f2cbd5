import { type CoreDeps, reseal as resealAll } from '@gongji/core';
import { SettingError } from '../settings';
import type { Done, Tell } from './done';

/** What the second key sealed comes under the first. Throws SettingError where there is no second one. */
export async function reseal(core: CoreDeps, _argv: readonly string[], tell: Tell): Promise<Done> {
  if (core.keys.secondCertificateKey === undefined)
    throw new SettingError('没有设置 SECOND_CERTIFICATE_KEY：没有另一把密钥，也就没有要换的');
  const { done, left } = await resealAll(core, (count) => tell(`已换 ${count} 行……`));
  return left === 0
    ? { text: `已把 ${done} 行换到 CERTIFICATE_KEY 下，另一把密钥下没有了。\n`, exitCode: 0 }
    : { text: `已换 ${done} 行，还有 ${left} 行正在被使用；请再运行一次。\n`, exitCode: 1 };
}
