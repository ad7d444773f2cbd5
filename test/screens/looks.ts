// In how many ways every state is looked at.

export interface Look {
  readonly width: 375 | 414;
  readonly elder: boolean;
  readonly dark: boolean;
}

/** In the order in which they cost least: a new width means a new layout, a new colour only new paint. */
export const LOOKS: readonly Look[] = ([375, 414] as const).flatMap((width) =>
  [false, true].flatMap((elder) => [false, true].map((dark) => ({ width, elder, dark }))),
);

export const lookText = ({ width, elder, dark }: Look): string => `${width} px, ${dark ? 'dark' : 'light'}${elder ? ', 长辈版' : ''}`;
