import { type CoreDeps, ledgerReportText, verifyLedger } from '@gongji/core';
import { SettingError } from '../settings';
import type { Done, Tell } from './done';
import { readHeads, writeHeads } from './heads-file';

const USAGE = '用法：verify、verify keep 文件、verify against 文件';

/** Proves the ledger; with `keep` what it ends with now is kept in a file, with `against` it is held against such a file as well. Throws SettingError. */
export async function verify(core: CoreDeps, argv: readonly string[], tell: Tell): Promise<Done> {
  const onProgress = (entries: number) => tell(`已核对个人账户分录 ${entries} 笔……`);
  const [way, path, ...more] = argv;
  if (way === undefined) return doneWith(await verifyLedger(core, { onProgress }));
  if (path === undefined || more.length > 0) throw new SettingError(USAGE);
  if (way === 'keep') return keepHeads(core, { path, onProgress });
  if (way === 'against') return doneWith(await verifyLedger(core, { onProgress, against: readHeads(path) }));
  throw new SettingError(USAGE);
}

async function keepHeads(
  core: CoreDeps,
  { path, onProgress }: { readonly path: string; readonly onProgress: (entries: number) => void },
): Promise<Done> {
  const file = writeHeads(path);
  try {
    const report = await verifyLedger(core, { onProgress, keep: file.add });
    // Books with a fault are nothing to hold later ones against.
    if (report.faultCount > 0) return doneWith(report);
    file.finish();
    return { text: `${ledgerReportText(report)}\n账尾已存入 ${path}，请另行保管。\n`, exitCode: 0 };
  } finally {
    file.close();
  }
}

const doneWith = (report: Awaited<ReturnType<typeof verifyLedger>>): Done => ({
  text: `${ledgerReportText(report)}\n`,
  exitCode: report.faultCount === 0 ? 0 : 1,
});
