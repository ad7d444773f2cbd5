import type { SandboxDeps } from '../deps';
import { type Told, tellBff } from './tell-bff';

export type ClockMove = { readonly moved: true } | { readonly moved: false; readonly text: string };

/**
 * Moves the sandbox and the BFF together or not at all. The sandbox goes first, because the jobs that the move sets off in the BFF ask
 * the tax office for payments that belong to the new time; it goes back when the BFF does not follow.
 */
export async function moveClock(deps: SandboxDeps, offsetMs: number): Promise<ClockMove> {
  const { state } = deps;
  const before = state.current.offsetMs;
  state.current.offsetMs = offsetMs;
  const told = await tellBff(deps, '/sandbox/clock', { offsetMs });
  if (told !== 'done') state.current.offsetMs = before;
  await state.save();
  return told === 'done' ? { moved: true } : { moved: false, text: textOf(told) };
}

const textOf = (told: Exclude<Told, 'done'>): string =>
  told === 'silent'
    ? '业务系统（BFF）没有回应，沙箱保持原来的时间；请确认它已启动，再试一次。'
    : `业务系统（BFF）拒绝改时间（HTTP ${told}），沙箱保持原来的时间。`;
