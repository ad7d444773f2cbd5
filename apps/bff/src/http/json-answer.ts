import type { EdgeContext } from './edge-context';

/** Written out once. Koa writes an object out each time that its length is asked for, and again when it is sent. */
export function answerJson(ctx: EdgeContext, answer: object): void {
  ctx.type = 'json';
  ctx.body = JSON.stringify(answer);
}
