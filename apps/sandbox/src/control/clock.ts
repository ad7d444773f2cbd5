import type { SandboxDeps } from '../deps';

/** Moving the BFF's clock runs whatever became due, so it may take its time. */
const BFF_TIMEOUT_MS = 60_000;

export type ClockMove = { readonly moved: true } | { readonly moved: false; readonly text: string };

/**
 * Moves the sandbox and the BFF together or not at all. The sandbox goes first, because the jobs that the move sets off in the BFF ask
 * the tax office for payments that belong to the new time; it goes back when the BFF does not follow.
 */
export async function moveClock(deps: SandboxDeps, offsetMs: number): Promise<ClockMove> {
  const { state } = deps;
  const before = state.current.offsetMs;
  state.current.offsetMs = offsetMs;
  const refusal = await passOn(deps, offsetMs);
  if (refusal !== null) state.current.offsetMs = before;
  await state.save();
  return refusal === null ? { moved: true } : { moved: false, text: refusal };
}

async function passOn({ settings }: SandboxDeps, offsetMs: number): Promise<string | null> {
  const headers = { 'content-type': 'application/json', ...(settings.secret === null ? {} : { 'x-sandbox-secret': settings.secret }) };
  try {
    const answer = await fetch(`${settings.bffUrl}/sandbox/clock`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ offsetMs }),
      signal: AbortSignal.timeout(BFF_TIMEOUT_MS),
    });
    await answer.body?.cancel();
    return answer.ok ? null : `业务系统（BFF）拒绝改时间（HTTP ${answer.status}），沙箱保持原来的时间。`;
  } catch {
    return '业务系统（BFF）没有回应，沙箱保持原来的时间；请确认它已启动，再试一次。';
  }
}
