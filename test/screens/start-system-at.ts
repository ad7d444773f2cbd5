import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshState } from '../../apps/sandbox/src/state';
import { type RunningSystem, startSystem } from '../support/system';

/** A system whose first moment was that one: what is dated by its first start has to look alike in each run too. */
export const startSystemAt = async (instant: string): Promise<RunningSystem> => {
  const folder = mkdtempSync(join(tmpdir(), 'gongji-pictures-'));
  writeFileSync(join(folder, 'sandbox.json'), JSON.stringify({ ...freshState(), offsetMs: Date.parse(instant) - Date.now() }));
  // Behind a proxy, which says that each phone has an address of its own: as many log-ins from one address would be refused.
  const system = await startSystem({ DATA_DIR: folder, PROXIES: '1' });
  return {
    ...system,
    async stop() {
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
