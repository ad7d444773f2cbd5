// What a test asks afterwards: nothing may be in `errors` and `unknownApis`.

export interface HostLog {
  readonly errors: string[];
  /** wx APIs that the program asked for and this host lacks. */
  readonly unknownApis: string[];
  /** At: milliseconds since the launch. */
  readonly setData: { readonly path: string; readonly bytes: number; readonly at: number }[];
  /** What the program asked of the phone: brightness, clipboard, calls … */
  readonly calls: { readonly api: string; readonly given: unknown }[];
}

export const log: HostLog = { errors: [], unknownApis: [], setData: [], calls: [] };

export const report = (where: string, error: unknown): void => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.errors.push(`${where}: ${text}`);
};
