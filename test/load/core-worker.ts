import { type ApplyPremium, applyPremium, type Command, type CoreDeps, holdPremium, holdPremiumList } from '@gongji/core';
import type { CoreLab } from '../support/core-lab';
import { openBooksLab, toldAtOnce } from './books-lab';
import { closedLoop, median, type Measured, openLoop, percentile } from './measure';
import { requestsOf, type Round } from './rounds';
import { answerQuestions } from './worker';

// The core in a process of its own, and those who call it.

/** Many at a time: as many as wait when a town pays on the last evening. */
const CALLERS = 256;

/** held: the money is held. told: the tax office has accepted, its answer is written down, and the payer has the payment's view. */
export type Reach = 'held' | 'told';

export interface Acknowledged extends Measured {
  /** Payments, each once however often it was sent. */
  readonly acknowledged: number;
}

interface CoreMeasured extends Acknowledged {
  /** What this process computed for each request. Other programs on the machine hardly change it, unlike a rate. */
  readonly cpuMicros: number;
}

export interface Alone {
  readonly gatheredP50Ms: number;
  readonly directP50Ms: number;
  /** How much longer the gathered one took, pair by pair. */
  readonly waitP50Ms: number;
  readonly acknowledged: number;
}

const labs = new Map<string, CoreLab>();

const abilities = {
  open: async ({ url }: { readonly url: string }) => {
    labs.set(url, await openBooksLab(url));
  },

  closedLoop: ({ url, round, reach }: { readonly url: string; readonly round: Round; readonly reach: Reach }) =>
    acknowledge(url, round, { reach, run: (work) => closedLoop(work, CALLERS) }),

  openLoop: ({ url, round, perSecond }: { readonly url: string; readonly round: Round; readonly perSecond: number }) =>
    acknowledge(url, round, { reach: 'held', run: (work) => openLoop(work, perSecond) }),

  /** One caller: a request through the gathering, then one without, in turns. */
  alone: async ({ url, round }: { readonly url: string; readonly round: Round }): Promise<Alone> => {
    const { deps } = labOf(url);
    const times: Record<'gathered' | 'direct', number[]> = { gathered: [], direct: [] };
    for (const [index, request] of requestsOf(round).entries()) {
      const way = index % 2 === 0 ? 'gathered' : 'direct';
      const sentAt = performance.now();
      await send(way === 'gathered' ? holdPremium : holdPremiumList, deps, request);
      times[way].push(performance.now() - sentAt);
    }
    return {
      gatheredP50Ms: percentile(times.gathered, 0.5),
      directP50Ms: percentile(times.direct, 0.5),
      waitP50Ms: median(times.direct.map((direct, index) => (times.gathered[index] ?? direct) - direct)),
      acknowledged: round.count,
    };
  },
};
export type CoreAbilities = typeof abilities;

function labOf(url: string): CoreLab {
  const lab = labs.get(url);
  if (lab === undefined) throw new Error('nobody opened these books');
  return lab;
}

interface Way {
  readonly reach: Reach;
  readonly run: (work: { readonly count: number; readonly send: (index: number) => Promise<void> }) => Promise<Measured>;
}

async function acknowledge(url: string, round: Round, { reach, run }: Way): Promise<CoreMeasured> {
  const { deps: heldDeps } = labOf(url);
  const deps = reach === 'told' ? toldAtOnce(heldDeps) : heldDeps;
  const command: Command<ApplyPremium, { readonly paymentId: string }> = reach === 'told' ? applyPremium : holdPremium;
  const requests = requestsOf(round);
  const paymentIds = new Set<string>();
  const before = process.cpuUsage();
  const measured = await run({
    count: requests.length,
    send: async (index) => void paymentIds.add(await send(command, deps, requests[index] as ApplyPremium)),
  });
  const { user, system } = process.cpuUsage(before);
  return { ...measured, acknowledged: paymentIds.size, cpuMicros: (user + system) / requests.length };
}

/** A refusal is none of what is measured: it ends the bench. */
async function send(
  command: Command<ApplyPremium, { readonly paymentId: string }>,
  deps: CoreDeps,
  { key, actorId, quoteId }: ApplyPremium,
): Promise<string> {
  const [outcome] = await command(deps, [{ key, actorId, quoteId }]);
  if (outcome?.ok !== true) throw new Error(`a premium was refused: ${outcome?.code ?? 'no answer'}`);
  return outcome.value.paymentId;
}

answerQuestions(abilities);
