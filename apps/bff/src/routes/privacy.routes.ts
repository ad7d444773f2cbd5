import {
  deleteAccount,
  exportPerson,
  one,
  type PersonExport,
  previewAccountDeletion,
  readAccessLog,
  readPrivacyConsent,
  readPrivacyText,
  withdrawConsent,
} from '@gongji/core';
import { shanghaiDate } from '@gongji/domain';
import type { AppDeps } from '../deps';
import type { EdgeContext, Session } from '../http/edge-context';
import { exportPage } from '../http/export-page';
import type { RateLimit } from '../http/rate-limit';
import { endSessionsAfterCommit } from '../http/session-list';
import { readLanguage } from './read-language';
import type { Routes } from './route-table';

type Names =
  | 'accessLog'
  | 'privacyText'
  | 'privacyConsent'
  | 'withdrawConsent'
  | 'exportFile'
  | 'exportPage'
  | 'accountDeletion'
  | 'deleteAccount';

interface FileCall {
  readonly session: Session;
  readonly ctx: EdgeContext;
}

export function privacyRoutes({ core, store, sandbox }: AppDeps, limit: RateLimit): Routes<Names> {
  const file =
    (ending: 'json' | 'html', bytesOf: (exported: PersonExport, ctx: EdgeContext) => Uint8Array) =>
    async ({ session: { personId }, ctx }: FileCall): Promise<Uint8Array> => {
      await limit.count('exportsPerPerson', personId);
      const exported = await exportPerson(core, personId);
      // The day and nothing about the person: files are passed on.
      ctx.attachment(`gongji-my-data-${shanghaiDate(core.now())}.${ending}`);
      return bytesOf(exported, ctx);
    };
  return {
    accessLog: ({ session, query }) => readAccessLog(core, { personId: session.personId, ...query }),
    privacyText: async () => readPrivacyText(),
    privacyConsent: ({ session }) => readPrivacyConsent(core, session.personId),
    exportFile: file('json', (exported) => new TextEncoder().encode(JSON.stringify(exported, null, 2))),
    exportPage: file('html', (exported, ctx) => exportPage(exported, { demo: sandbox !== null, language: readLanguage(ctx) })),
    withdrawConsent: async ({ session: { personId }, key }) => {
      await one(withdrawConsent)(core, { key, actorId: personId });
      await endSessionsAfterCommit(store, personId, () => true);
      return {};
    },
    accountDeletion: ({ session }) => previewAccountDeletion(core, session.personId),
    deleteAccount: async ({ session: { personId }, key }) => {
      // Where no log-in can be ended, nobody leaves: a session that outlives the account would be nobody's.
      await store.ping();
      await one(deleteAccount)(core, { key, actorId: personId });
      await endSessionsAfterCommit(store, personId, () => true);
      return {};
    },
  };
}
