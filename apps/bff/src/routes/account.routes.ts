import { exportEntries, previewDeduction, readAccount, readEntries, readSums, readTrend } from '@gongji/core';
import { shanghaiDate } from '@gongji/domain';
import type { AppDeps } from '../deps';
import { entriesCsv } from '../http/entries-csv';
import { readLanguage } from './read-language';
import type { Routes } from './route-table';

type Names = 'account' | 'accountEntries' | 'accountEntriesFile' | 'accountSums' | 'accountTrend' | 'previewDeduction';

export const accountRoutes = ({ core }: AppDeps): Routes<Names> => ({
  account: ({ session }) => readAccount(core, session.personId),
  accountEntries: ({ session, query }) => readEntries(core, { personId: session.personId, ...query }),
  accountEntriesFile: async ({ session, query, ctx }) => {
    const entries = await exportEntries(core, { personId: session.personId, ...query });
    // The day and nothing about the person: files are passed on.
    ctx.attachment(`gongji-entries-${shanghaiDate(core.now())}.csv`);
    return entriesCsv(entries, ctx.res, readLanguage(ctx));
  },
  accountSums: ({ session, query }) => readSums(core, { personId: session.personId, ...query }),
  accountTrend: ({ session, query }) => readTrend(core, { personId: session.personId, ...query }),
  previewDeduction: ({ session, body }) => previewDeduction(core, { actorId: session.personId, ...body }),
});
