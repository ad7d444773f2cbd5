import { enrolledPerson } from '@gongji/contract';
import { type CoreDeps, type EnrolPerson, enrolPeople, OpenidTaken } from '@gongji/core';
import { checkCertificate, checkName, shanghaiDate } from '@gongji/domain';
import type { z } from 'zod';
import { enrolmentOf } from '../outside/enrolled-person';
import { SettingError } from '../settings';
import type { Done, Tell } from './done';
import { linesOf } from './file-lines';

/** So many are written down in one transaction. */
const PORTION = 200;
const TELL_EVERY = 50 * PORTION;

interface Numbered {
  readonly line: number;
  readonly person: EnrolPerson;
}

/**
 * Enrols the people of a file, a JSON object a line (`enrolledPerson`). All of it is read before anybody is enrolled: with one wrong line nobody is. Says
 * which line and why, and nothing of what it says. Throws SettingError.
 */
export async function enrol(core: CoreDeps, [path, ...more]: readonly string[], tell: Tell): Promise<Done> {
  if (path === undefined || more.length > 0) throw new SettingError('用法：enrol 文件；文件每行一个人，写成 JSON');
  let count = 0;
  for (const _read of readPeople(core, path)) count += 1;
  if (count === 0) throw new SettingError(`${path} 是空的`);
  let portion: Numbered[] = [];
  let done = 0;
  const write = async (): Promise<void> => {
    await enrolPortion(core, portion);
    done += portion.length;
    if (done % TELL_EVERY === 0) tell(`已登记 ${done} 人，共 ${count} 人……`);
    portion = [];
  };
  for (const read of readPeople(core, path)) {
    portion.push(read);
    if (portion.length === PORTION) await write();
  }
  if (portion.length > 0) await write();
  return { text: `已登记 ${done} 人。以前登记过的只更新参保信息，账户里的钱不动。\n`, exitCode: 0 };
}

async function enrolPortion(core: CoreDeps, portion: readonly Numbered[]): Promise<void> {
  try {
    await enrolPeople(
      core,
      portion.map(({ person }) => person),
    );
  } catch (error) {
    if (!(error instanceof OpenidTaken)) throw error;
    const [first, last] = [portion[0]?.line, portion[portion.length - 1]?.line];
    throw new SettingError(`第 ${first} 到 ${last} 行没有登记：其中有人的 openid 已经属于别人；之前的都已登记，改好后可以整个重来`);
  }
}

/** Throws SettingError at the first line that is wrong. */
function* readPeople(core: CoreDeps, path: string): Generator<Numbered> {
  let line = 0;
  for (const text of linesOf(path)) {
    line += 1;
    if (text.trim() === '') continue;
    yield { line, person: personIn(core, text, (why) => new SettingError(`${path} 第 ${line} 行${why}；没有登记任何人`)) };
  }
}

function personIn(core: CoreDeps, text: string, wrong: (why: string) => SettingError): EnrolPerson {
  const parsed = enrolledPerson.safeParse(jsonOrNothing(text));
  if (!parsed.success) throw wrong(`不合格式：${placeOf(parsed.error.issues[0])}`);
  const person = parsed.data;
  const name = checkName(person.name, person.certificateKind);
  if (!name.ok) throw wrong('的姓名不合规范');
  const certificate = checkCertificate({ kind: person.certificateKind, number: person.certificateNumber }, shanghaiDate(core.now()));
  if (!certificate.ok) throw wrong('的证件号码不对');
  if ((certificate.value.birthDate ?? person.birthDate) !== person.birthDate) throw wrong('的出生日期与证件号码不符');
  if (!core.policies.regions.some(({ regionCode }) => regionCode === person.regionCode)) throw wrong('的地区代码不存在');
  return enrolmentOf({ ...person, name: name.value, certificateNumber: certificate.value.number });
}

const placeOf = (issue: z.core.$ZodIssue | undefined): string =>
  issue?.code === 'unrecognized_keys' ? `没有 ${issue.keys[0]} 这个字段` : issue?.path.join('.') || '不是 JSON 对象';

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
