import type { Acknowledged } from './core-worker';
import { get, measureCalls, post } from './calls';
import type { Measured } from './measure';
import { requestsOf, type Round } from './rounds';
import { answerQuestions } from './worker';

// Those who call over HTTP, in a process of their own.

const PAYMENT_ID = /"paymentId":"([^"]+)"/;

interface Server {
  /** Of its processes. */
  readonly ports: readonly number[];
}

const abilities = {
  /** The same bare GET again and again. */
  hello: ({ ports, count }: Server & { readonly count: number }): Promise<Measured> =>
    measureCalls(ports, { requests: Array.from({ length: count }, () => get('/')) }),

  /** Each payer asks what is in the account, in turns. */
  balance: ({ ports, count, tokens }: Server & { readonly count: number; readonly tokens: readonly string[] }): Promise<Measured> =>
    measureCalls(ports, { requests: Array.from({ length: count }, (_none, index) => get('/api/account', tokens[index % tokens.length])) }),

  premium: async (asked: PremiumAsked): Promise<Acknowledged> => {
    const { ports, round, tokens, perSecond } = asked;
    const paymentIds = new Set<string | undefined>();
    const requests = requestsOf(round).map(({ payer, key, quoteId }) =>
      post({
        path: '/api/premium-payments',
        headers: { Authorization: `Bearer ${tokens[payer - 1]}`, 'Idempotency-Key': key },
        body: { quoteId },
      }),
    );
    const measured = await measureCalls(ports, { requests, perSecond, read: (body) => void paymentIds.add(PAYMENT_ID.exec(body)?.[1]) });
    return { ...measured, acknowledged: paymentIds.size };
  },
};
export type HttpAbilities = typeof abilities;

interface PremiumAsked extends Server {
  readonly round: Round;
  readonly tokens: readonly string[];
  readonly perSecond?: number | undefined;
}

answerQuestions(abilities);
