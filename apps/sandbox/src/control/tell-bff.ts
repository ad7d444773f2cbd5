import type { SandboxDeps } from '../deps';

/** The switches of the BFF run whatever became due, so they may take their time. */
const BFF_TIMEOUT_MS = 60_000;

/** done, the status with which it said no, or silent. */
export type Told = 'done' | 'silent' | number;

/** Presses one of the BFF's own sandbox switches, with the secret where one is set. */
export async function tellBff({ settings }: SandboxDeps, path: string, asked: unknown): Promise<Told> {
  const headers = { 'content-type': 'application/json', ...(settings.secret === null ? {} : { 'x-sandbox-secret': settings.secret }) };
  try {
    const signal = AbortSignal.timeout(BFF_TIMEOUT_MS);
    const answer = await fetch(`${settings.bffUrl}${path}`, { method: 'POST', headers, body: JSON.stringify(asked), signal });
    await answer.body?.cancel();
    return answer.ok ? 'done' : answer.status;
  } catch {
    return 'silent';
  }
}
