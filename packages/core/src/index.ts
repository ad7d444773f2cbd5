import type { Database } from './store/tables';
import type { Pool } from './store/pool';
import type { CoreDeps } from './deps';
import type { Command } from './outcome';
import type * as r from './requests';
import type * as a from './views/account-view';
import type * as b from './views/binding-view';
import type * as c from './views/code-view';
import type * as p from './views/person-view';
import type * as q from './views/premium-view';

export type * from './deps';
export * from './outside';
export * from './outcome';
export type * from './requests';
export type * from './views/account-view';
export type * from './views/binding-view';
export type * from './views/code-view';
export type * from './views/person-view';
export type * from './views/premium-view';
export type * from './views/rule-reference';
export type { Pool, PoolClient, QueryResult } from './store/pool';

// Signatures first: the bodies follow file by file.
/** `durable`: fsync on every commit. Throws a plain Error with one clear line when the folder is open elsewhere. */
export declare const openPglite: (options: { folder: string | null; durable: boolean }) => Promise<Pool>;
export declare const openPostgres: (options: { url: string; connections: number }) => Pool;
export declare const databaseOf: (pool: Pool) => Database;
export declare const migrate: (pool: Pool) => Promise<void>;

export declare const enrolPeople: Command<r.EnrolPerson, { readonly personId: string }>;
export declare const registerInstitutions: Command<r.RegisterInstitution, { readonly institutionId: string }>;
export declare const proposeBinding: Command<r.ProposeBinding, b.BindingView>;
export declare const acceptBinding: Command<r.BindingRequest, b.BindingView>;
export declare const declineBinding: Command<r.BindingRequest, b.BindingView>;
export declare const unbind: Command<r.BindingRequest, b.BindingView>;
export declare const showCode: Command<r.ShowCode, c.ShownCode>;
export declare const scanCode: Command<r.ScanCode, c.ScannedCode>;
export declare const preSettle: Command<r.PreSettle, c.SettlementSplit>;
export declare const settle: Command<r.Settle, c.Settled>;
/** Asks the tax office first; OUTSIDE_UNAVAILABLE when it does not answer. */
export declare const quotePremium: Command<r.QuotePremium, q.QuoteView>;
/** Holds the money, then submits to the tax office; the view says where it stands (applied, paid, failed, locked, unknown …). */
export declare const applyPremium: Command<r.ApplyPremium, q.PaymentView>;
export declare const voidPremium: Command<r.VoidPremium, q.PaymentView>;

/** null: nobody with this openid is enrolled. */
export declare const findPersonByOpenid: (deps: CoreDeps, openid: string) => Promise<{ readonly personId: string } | null>;
export declare const findInstitutionByAccessKey: (
  deps: CoreDeps,
  accessKey: string,
) => Promise<{ readonly institutionId: string; readonly code: string; readonly name: string; readonly secretKey: string } | null>;
// Reads throw AppError with the catalogue's code (BINDING_NOT_FOUND, …); somebody else's thing is not-found.
export declare const readMe: (deps: CoreDeps, personId: string) => Promise<p.MeView>;
export declare const readAccount: (deps: CoreDeps, personId: string) => Promise<a.AccountView>;
export declare const readEntries: (
  deps: CoreDeps,
  ask: { personId: string; cursor?: string | undefined; limit: number },
) => Promise<a.EntryPage>;
export declare const previewDeduction: (
  deps: CoreDeps,
  ask: { actorId: string; personId: string; amountFen: import('@gongji/domain').Fen; use: import('@gongji/domain').FundUse },
) => Promise<a.DeductionPreview>;
export declare const readBindings: (deps: CoreDeps, personId: string) => Promise<b.BindingList>;
export declare const readBinding: (deps: CoreDeps, ask: { personId: string; bindingId: string }) => Promise<b.BindingView>;
export declare const previewUnbind: (deps: CoreDeps, ask: { personId: string; bindingId: string }) => Promise<b.UnbindPreview>;
export declare const readConsent: () => b.ConsentText;
export declare const readCodeEvents: (deps: CoreDeps, ask: { personId: string; codeId: string }) => Promise<c.CodeEvents>;
export declare const readCodeLog: (deps: CoreDeps, personId: string) => Promise<c.CodeLog>;
export declare const readLevy: (deps: CoreDeps, ask: { actorId: string; personId: string; year: number }) => Promise<q.LevyView>;
export declare const readPayments: (deps: CoreDeps, ask: { personId: string; year?: number | undefined }) => Promise<q.PaymentList>;
export declare const readPayment: (deps: CoreDeps, ask: { personId: string; paymentId: string }) => Promise<q.PaymentView>;
export declare const readMessages: (deps: CoreDeps, personId: string) => Promise<a.MessageList>;
export declare const readRegions: (deps: CoreDeps) => { readonly regions: { regionCode: string; regionName: string }[] };
/** POLICY_NOT_FOUND where no pack is loaded. */
export declare const readPolicy: (
  deps: CoreDeps,
  ask: { regionCode: string; on?: import('@gongji/domain').PlainDate | undefined },
) => a.PolicyView;

export interface JobReport {
  readonly submitted: number;
  readonly resolved: number;
  readonly cleared: number;
  readonly ended: number;
}
/** Everything that is due now: submit, resolve, clear, end. Safe to run at any moment and from several processes. */
export declare const runDueJobs: (deps: CoreDeps) => Promise<JobReport>;
