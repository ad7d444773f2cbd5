import { log } from '../log';

// How a wx API answers: by callbacks where they are given, by a promise otherwise.

export interface Options {
  readonly success?: (result: object) => void;
  readonly fail?: (result: object) => void;
  readonly complete?: (result: object) => void;
}

type Api<O> = (options?: O & Options) => Promise<object> | undefined;

const hasCallback = ({ success, fail, complete }: Options): boolean => Boolean(success ?? fail ?? complete);

/** An API that does its work now and answers a moment later. `recorded` ones are listed for the test. */
export const api =
  <O = object>(name: string, work: (options: O & Options) => object | void, recorded = false): Api<O> =>
  (options) => {
    const given = options ?? ({} as O & Options);
    if (recorded) log.calls.push({ api: name, given: JSON.parse(JSON.stringify(given)) as unknown });
    try {
      return succeed(given, { errMsg: `${name}:ok`, ...work(given) });
    } catch (error) {
      return fail(given, { errMsg: error instanceof Error ? error.message : String(error) });
    }
  };

const succeed = (options: Options, result: object): Promise<object> | undefined => {
  queueMicrotask(() => {
    options.success?.(result);
    options.complete?.(result);
  });
  return hasCallback(options) ? undefined : Promise.resolve(result);
};

const fail = (options: Options, result: { readonly errMsg: string }): Promise<object> | undefined => {
  log.errors.push(result.errMsg);
  queueMicrotask(() => {
    options.fail?.(result);
    options.complete?.(result);
  });
  return hasCallback(options) ? undefined : Promise.reject(result);
};
