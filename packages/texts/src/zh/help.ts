/** Help without a smartphone. */
export const HELP = {} as const;
