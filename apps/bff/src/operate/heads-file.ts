import { closeSync, existsSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { LedgerHead } from '@gongji/core';
import { SettingError } from '../settings';
import { linesOf, opened } from './file-lines';

// A line an account: its id, the version of its last entry and that entry's hash. Ids and hashes say nothing about anybody.

const FIRST_LINE = 'gongji ledger heads 1';
const HEAD = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}) (\d{1,15}) ([\da-f]{64})$/;
const CHUNK_BYTES = 65_536;

export interface HeadsFile {
  readonly add: (head: LedgerHead) => void;
  /** Only now the file has its name: one that was broken off is none. */
  readonly finish: () => void;
  readonly close: () => void;
}

/** Never over a file that is there: it may be what somebody has to prove something with. Throws SettingError. */
export function writeHeads(path: string): HeadsFile {
  if (existsSync(path)) throw new SettingError(`${path} 已经存在，不会覆盖；请换一个文件名`);
  const unfinished = `${path}.part`;
  const file = opened(unfinished, 'w');
  let lines = `${FIRST_LINE}\n`;
  const flush = (): void => {
    writeSync(file, lines);
    lines = '';
  };
  return {
    add: ({ accountId, version, hash }) => {
      lines += `${accountId} ${version} ${hash.toString('hex')}\n`;
      if (lines.length > CHUNK_BYTES) flush();
    },
    finish: () => {
      flush();
      renameSync(unfinished, path);
    },
    close: () => {
      closeSync(file);
      rmSync(unfinished, { force: true });
    },
  };
}

/** A piece at a time, whatever the size. Throws SettingError where the file is none of ours. */
export function* readHeads(path: string): Generator<LedgerHead> {
  let number = 0;
  let before = '';
  for (const line of linesOf(path)) {
    number += 1;
    const [, accountId = '', version, hash = ''] = HEAD.exec(line) ?? [];
    const isOurs = number === 1 ? line === FIRST_LINE : accountId > before;
    if (!isOurs) throw new SettingError(`${path} 第 ${number} 行不是本系统存的账尾`);
    before = accountId;
    if (number > 1) yield { accountId, version: Number(version), hash: Buffer.from(hash, 'hex') };
  }
  if (number === 0) throw new SettingError(`${path} 是空的`);
}
