import type { SandboxSettings } from './settings';
import type { StateFile } from './state-file';

/** What every part gets. */
export interface SandboxDeps {
  readonly settings: SandboxSettings;
  readonly state: StateFile;
  /** The sandbox's clock: the machine's, moved. */
  readonly now: () => Date;
}
