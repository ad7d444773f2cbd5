import { type CoreDeps, enrolPeople, type Outcome, registerInstitutions } from '@gongji/core';
import { enrolmentOf } from './outside/enrolled-person';
import type { SandboxWorld } from './outside/sandbox-world';

/** Enrols the sandbox's people (with their opening balances) and institutions. Doing it again changes nothing. */
export async function seedFromSandbox(core: CoreDeps, world: SandboxWorld): Promise<void> {
  const { people } = await world.people();
  requireDone(await enrolPeople(core, people.map(enrolmentOf)));
  requireDone(await registerInstitutions(core, await world.institutions()));
}

function requireDone(outcomes: readonly Outcome<unknown>[]): void {
  for (const outcome of outcomes) if (!outcome.ok) throw new Error(`the sandbox's people or institutions were refused: ${outcome.code}`);
}
