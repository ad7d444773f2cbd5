import { type CoreDeps, enrolPeople, type Outcome, registerInstitutions } from '@gongji/core';
import type { SandboxWorld } from './outside/sandbox-world';

/** Enrols the sandbox's people (with their opening balances) and institutions. Doing it again changes nothing. */
export async function seedFromSandbox(core: CoreDeps, world: SandboxWorld): Promise<void> {
  const { people } = await world.people();
  requireDone(
    await enrolPeople(
      core,
      people.map(({ openid, name, certificateKind, certificateNumber, account, ...rest }) => {
        const { regionCode, scheme, insuranceState, groups, birthDate } = rest;
        const insurance = { regionCode, scheme, insuranceState, groups, birthDate };
        return { openid, name, certificateKind, certificateNumber, account, insurance };
      }),
    ),
  );
  requireDone(await registerInstitutions(core, await world.institutions()));
}

function requireDone(outcomes: readonly Outcome<unknown>[]): void {
  for (const outcome of outcomes) if (!outcome.ok) throw new Error(`the sandbox's people or institutions were refused: ${outcome.code}`);
}
