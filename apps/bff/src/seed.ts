import { type CoreDeps, enrolPeople, type Outcome, registerInstitutions } from '@gongji/core';
import type { SandboxWorld } from './outside/sandbox-world';

/** Enrols the sandbox's people (with their opening balances) and institutions. Doing it again changes nothing. */
export async function seedFromSandbox(
  core: CoreDeps,
  world: SandboxWorld,
): Promise<{ readonly people: number; readonly institutions: number }> {
  const { people } = await world.people();
  const institutions = await world.institutions();
  const enrolled = await enrolPeople(
    core,
    people.map(({ openid, name, certificateKind, certificateNumber, account, ...rest }) => {
      const { regionCode, scheme, insuranceState, groups, birthDate } = rest;
      return {
        openid,
        name,
        certificateKind,
        certificateNumber,
        account,
        insurance: { regionCode, scheme, insuranceState, groups, birthDate },
      };
    }),
  );
  const registered = await registerInstitutions(core, institutions);
  return { people: countDone(enrolled), institutions: countDone(registered) };
}

function countDone(outcomes: readonly Outcome<unknown>[]): number {
  const refusal = outcomes.find((outcome) => !outcome.ok);
  if (refusal !== undefined && !refusal.ok) throw new Error(`the sandbox's people or institutions were refused: ${refusal.code}`);
  return outcomes.length;
}
