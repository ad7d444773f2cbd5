import type { Answer, RouteName, ROUTES } from '@gongji/contract';
import type { z } from 'zod';
import type { EdgeContext, Session } from '../http/edge-context';
import type { CsvFile } from '../http/entries-csv';

type Contract<N extends RouteName> = (typeof ROUTES)[N];

type ParamNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** What a route's one command gets: everything the contract says about the request, already checked. */
export interface Call<N extends RouteName> {
  readonly session: Contract<N> extends { readonly open: true } ? undefined : Session;
  readonly params: Readonly<Record<ParamNames<Contract<N>['path']>, string>>;
  readonly query: Contract<N> extends { readonly query: infer Q extends z.ZodType } ? z.output<Q> : undefined;
  readonly body: Contract<N> extends { readonly body: infer B extends z.ZodType } ? z.output<B> : undefined;
  /** The Idempotency-Key of a write. */
  readonly key: Contract<N>['write'] extends true ? string : undefined;
  readonly ctx: EdgeContext;
}

/** A table may be long: it leaves as a stream. */
export type Route<N extends RouteName> = (
  call: Call<N>,
) => Promise<Contract<N> extends { readonly produces: 'text/csv' } ? CsvFile : Answer<N>>;

/** One entry a route of the contract: a missing one does not compile. */
export type RouteTable = { readonly [N in RouteName]: Route<N> };
export type Routes<N extends RouteName> = Pick<RouteTable, N>;
