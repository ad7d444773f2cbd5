import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApplyPremium, holdPremium } from '@gongji/core';
import { openEmbeddedLab } from './books-lab';
import { copyPayers, copyQuotes, makeOriginal } from './families';
import { closedLoop, type Measured } from './measure';
import { requestsOf, type Round } from './rounds';
import { answerQuestions } from './worker';

// The core on the embedded database, for who runs it without a server.

const CALLERS = 256;

const abilities = {
  measure: async ({ round }: { readonly round: Round }): Promise<Measured> => {
    const folder = mkdtempSync(join(tmpdir(), 'gongji-bench-pglite-'));
    const lab = await openEmbeddedLab(folder);
    try {
      const original = await makeOriginal(lab);
      await copyPayers(lab.pool, original, round.payers);
      await copyQuotes(lab.pool, original, round);
      const requests = requestsOf(round);
      const send = async (index: number) => {
        const { key, actorId, quoteId } = requests[index] as ApplyPremium;
        const [outcome] = await holdPremium(lab.deps, [{ key, actorId, quoteId }]);
        if (outcome?.ok !== true) throw new Error(`a premium was refused: ${outcome?.code ?? 'no answer'}`);
      };
      return await closedLoop({ count: requests.length, send }, CALLERS);
    } finally {
      await lab.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
export type PgliteAbilities = typeof abilities;

answerQuestions(abilities);
