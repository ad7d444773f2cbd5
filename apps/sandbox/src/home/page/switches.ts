export type Changed<T> = { readonly done: true; readonly answer: T } | { readonly done: false; readonly text: string };

export const read = async <T>(name: string): Promise<T> => (await (await fetch(`/sandbox/${name}`)).json()) as T;

export async function change<T>(method: 'POST' | 'DELETE', name: string, wanted?: unknown): Promise<Changed<T>> {
  const typed = document.getElementById('secret');
  const secret = typed instanceof HTMLInputElement ? { 'x-sandbox-secret': typed.value } : {};
  try {
    const answer = await fetch(`/sandbox/${name}`, {
      method,
      headers: { 'content-type': 'application/json', ...secret },
      ...(wanted === undefined ? {} : { body: JSON.stringify(wanted) }),
    });
    const told = (await answer.json()) as T & { code?: string; text?: string };
    return answer.ok
      ? { done: true, answer: told }
      : { done: false, text: `${told.text ?? '没有成功。'}（代码 ${told.code ?? answer.status}）` };
  } catch {
    return { done: false, text: '与沙箱的连接断了，没有改动。（代码 NO_NETWORK）' };
  }
}
