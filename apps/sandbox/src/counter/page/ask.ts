import type { NotDone } from '../shapes';

/** Asks the sandbox. Whatever goes wrong comes back as a text with a code; `silent` when nobody knows what happened. */
export async function ask<T>(path: string, question?: unknown): Promise<T | NotDone> {
  try {
    const answer = await fetch(`/counter/api/${path}`, question === undefined ? {} : post(question));
    const told = (await answer.json()) as unknown;
    return answer.ok ? (told as T) : refusal(answer.status, told);
  } catch {
    return { state: 'silent', code: 'NO_NETWORK', text: '窗口与沙箱的连接断了，已填写的内容都在。' };
  }
}

const post = (question: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(question),
});

function refusal(status: number, told: unknown): NotDone {
  const { code, text, nextStep } = told as { code?: string; text?: string; nextStep?: string };
  return {
    state: status >= 500 ? 'silent' : 'refused',
    code: code ?? `HTTP_${status}`,
    text: [text ?? '沙箱没有说明原因。', nextStep ?? ''].join(''),
  };
}
