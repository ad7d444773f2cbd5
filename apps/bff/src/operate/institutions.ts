import { addInstitution, addInstitutionKey, type CoreDeps, removeInstitutionKey } from '@gongji/core';
import { SettingError } from '../settings';
import type { Done } from './done';

export const noSuchInstitution = (code: string): Done => ({ text: `没有编号为 ${code} 的机构。\n`, exitCode: 1 });

/** As in the national register: H hospital or P pharmacy, region, serial. */
const CODE = /^([HP])(\d{6})\d{5}$/;
const MOST_NAME = 60;

/** Prints the first pair, once. */
export async function addToRegister(core: CoreDeps, [code = '', name = '']: readonly string[]): Promise<Done> {
  const [, letter, regionCode = ''] = CODE.exec(code) ?? [];
  if (letter === undefined || name === '' || name.length > MOST_NAME)
    throw new SettingError('用法：add-institution 机构编号 名称；编号为 H（医院）或 P（药店）加六位地区代码和五位序号');
  if (!core.policies.regions.some((region) => region.regionCode === regionCode)) throw new SettingError(`没有地区代码 ${regionCode}`);
  const added = await addInstitution(core, { code, name, regionCode, kind: letter === 'H' ? 'hospital' : 'pharmacy' });
  if (added === 'is-there') return { text: `${code} 已经登记，没有改动。\n`, exitCode: 1 };
  return { text: `${code} 已登记。密钥只显示这一次：\n${pairText(added)}`, exitCode: 0 };
}

const pairText = ({ accessKey, secretKey }: Pair): string => `访问密钥 ${accessKey}\n签名密钥 ${secretKey}\n`;

interface Pair {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Prints the new pair, once. */
export async function addKey(core: CoreDeps, [code]: readonly string[]): Promise<Done> {
  if (code === undefined) throw new SettingError('用法：add-key 机构编号');
  const added = await addInstitutionKey(core, code);
  if (added === 'no-such-institution') return noSuchInstitution(code);
  if (added === 'has-two') return { text: `${code} 已有两对密钥；请先移除旧的一对。\n`, exitCode: 1 };
  return { text: `${code} 的新密钥，只显示这一次：\n${pairText(added)}旧的一对继续有效，到 remove-key 为止。\n`, exitCode: 0 };
}

export async function removeKey(core: CoreDeps, [code, accessKey]: readonly string[]): Promise<Done> {
  if (code === undefined || accessKey === undefined) throw new SettingError('用法：remove-key 机构编号 访问密钥');
  const outcome = await removeInstitutionKey(core, { code, accessKey });
  if (outcome === 'removed') return { text: `${code} 的这对密钥已移除，从下一条报文起无效。\n`, exitCode: 0 };
  const why = outcome === 'is-last' ? '这是最后一对密钥，请先用 add-key 增加新的一对' : '没有这对密钥，或者已经移除';
  return { text: `没有移除：${why}。\n`, exitCode: 1 };
}
