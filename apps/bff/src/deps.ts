import type { CoreDeps } from '@gongji/core';
import type { Logger } from 'pino';
import type { Limits } from './http/rate-limit';
import type { Metrics } from './outside/metrics';
import type { FaceCheck } from './outside/face-check';
import type { CodeNotices } from './outside/code-notices';
import type { CheckIdentity } from './outside/identity-check';
import type { SandboxWorld } from './outside/sandbox-world';
import type { ShortLivedStore } from './outside/short-lived-store';
import type { SubscribeTemplateIds } from './outside/subscribe-messages';
import type { FindOpenid } from './outside/wechat';
import type { PrintForm } from './receipt/printed-form';
import type { PrintReceipt } from './receipt/printed-receipt';

/** Everything the edge takes from outside. */
export interface AppDeps {
  readonly core: CoreDeps;
  /** Throws where the database does not answer. */
  readonly pingDatabase: () => Promise<void>;
  readonly store: ShortLivedStore;
  /** core's codesChanged speaks here. */
  readonly codeNotices: CodeNotices;
  readonly limits: Limits;
  readonly findOpenid: FindOpenid;
  /** WeChat's ids of the mini program's templates; what is missing is not asked for. */
  readonly subscribeTemplates: SubscribeTemplateIds;
  readonly checkIdentity: CheckIdentity;
  readonly faceCheck: FaceCheck;
  /** null in live mode: the demonstration's switches are not there. */
  readonly sandbox: SandboxDeps | null;
  /** The folder of the browser build; null: not served. */
  readonly browserBuild: string | null;
  readonly printReceipt: PrintReceipt;
  readonly printForm: PrintForm;
  /** Where people's browsers find the browser build: without a slash at its end. */
  readonly publicUrl: string;
  /** In front of this process; 0: callers connect to it themselves. */
  readonly proxies: number;
  readonly metrics: Metrics;
  /** Who reads the metrics has to know it; null: nobody in live mode, anybody in the demonstration. */
  readonly metricsToken: string | null;
  readonly log: Logger;
}

export interface SandboxDeps {
  readonly world: SandboxWorld;
  /** Where a browser finds the counter page. */
  readonly counter: string;
  /** When set, whoever moves the clock has to know it. */
  readonly secret: string | null;
  /** Moves the clock of this process. */
  readonly shiftClock: (offsetMs: number) => void;
}
