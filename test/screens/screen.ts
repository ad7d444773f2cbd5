import type { Answer, RouteName } from '@gongji/contract';
import type { ErrorCode } from '@gongji/domain';
import type { Page as Tab } from 'playwright-core';
import type { Made, Who } from './made';

// What a page can look like, and how to make it look so. The pictures, the checks for people who see, hear or move differently, and the
// counts all walk through the same list.

/** What the network does with one route: never answers, breaks off, refuses, or gives an answer made from the real one. */
export type Reply<N extends RouteName> =
  | 'held'
  | 'silent'
  | { readonly refuse: ErrorCode }
  | { readonly answer: Answer<N> }
  | ((real: Answer<N>) => Answer<N>);
export type Replies = { readonly [N in RouteName]?: Reply<N> } & { /** The demo's people. */ readonly people?: 'held' | 'silent' };

/** Whoever looks at the page. */
export interface Hand {
  readonly tab: Tab;
  tap(name: string | RegExp, role?: Parameters<Tab['getByRole']>[0]): Promise<void>;
  fill(label: string | RegExp, value: string): Promise<void>;
  sees(text: string | RegExp): Promise<void>;
  /** The phone's clock. */
  later(seconds: number): Promise<void>;
  /** From now on the network does this as well. */
  meets(replies: Replies): void;
}

export interface State {
  /** Seen when the state is there. */
  readonly sees: string | RegExp;
  readonly as?: Who | 'nobody';
  readonly query?: (made: Made) => Readonly<Record<string, string>>;
  readonly replies?: Replies | ((made: Made) => Replies);
  readonly act?: (hand: Hand, made: Made) => Promise<void>;
  /** Something on the page goes on waiting. */
  readonly waits?: true;
}

/** A state that the page does not have, in words why. */
export interface Never {
  readonly never: string;
}

export interface Screen {
  readonly as: Who | 'nobody';
  readonly query?: State['query'];
  readonly states: {
    readonly loading: State | Never;
    readonly empty: State | Never;
    readonly ok: State;
    readonly error: State | Never;
    readonly [more: string]: State | Never;
  };
}

export const USUAL_STATES = ['loading', 'empty', 'ok', 'error'] as const;

export const isNever = (state: State | Never): state is Never => 'never' in state;

interface Reading {
  /** Routes that the page cannot be shown without. */
  readonly reads: readonly (RouteName | 'people')[];
  readonly as?: Screen['as'];
  readonly query?: State['query'];
  readonly ok: State;
  readonly empty: State | Never;
  readonly loading?: State | Never;
  readonly error?: State | Never;
  readonly more?: Readonly<Record<string, State>>;
}

/** A page that reads before it shows: while nothing has come yet, and where the service says that it is busy. */
export const screen = ({ reads, as = 'son', query, ok, empty, loading, error, more = {} }: Reading): Screen => ({
  as,
  ...(query === undefined ? {} : { query }),
  states: {
    loading: loading ?? {
      sees: '',
      replies: all(reads, 'held'),
      act: ({ tab }) => tab.getByRole('status', { name: '正在加载' }).first().waitFor(),
    },
    empty,
    ok,
    error: error ?? { sees: '现在办理的人太多。', replies: all(reads, { refuse: 'SERVICE_BUSY' }) },
    ...more,
  },
});

const all = (routes: Reading['reads'], reply: 'held' | { readonly refuse: ErrorCode }): Replies =>
  Object.fromEntries(routes.map((route) => [route, reply]));
