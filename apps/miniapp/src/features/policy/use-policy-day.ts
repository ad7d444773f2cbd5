import type { PlainDate } from '@gongji/domain';
import { POLICY } from '@gongji/texts';
import { useState } from 'react';
import { moveToField } from '@/shared/platform/a11y';
import { serverToday } from '@/shared/session/session';
import { parseTypedDay } from '@/shared/text/typed-day';

export type DayChoice = 'today' | 'next-year' | 'other';
export const DAY_FIELD = 'policy-day';

export interface PolicyDay {
  readonly choice: DayChoice;
  readonly on: PlainDate;
  readonly nextYear: PlainDate;
  readonly text: string;
  readonly error: string | undefined;
  readonly choose: (choice: DayChoice) => void;
  readonly type: (text: string) => void;
  readonly apply: () => void;
}

/** Which day's rules are shown: today by the server's clock, the first of next year, or a day of one's own. */
export function usePolicyDay(): PolicyDay {
  const today = serverToday();
  const nextYear = `${Number(today.slice(0, 4)) + 1}-01-01` as PlainDate;
  const [choice, setChoice] = useState<DayChoice>('today');
  const [text, setText] = useState<string>(today);
  const [other, setOther] = useState<PlainDate>(today);
  const [error, setError] = useState<string>();

  const apply = () => {
    const day = parseTypedDay(text);
    setError(day === undefined ? POLICY.day.wrong : undefined);
    if (day === undefined) moveToField(DAY_FIELD);
    else setOther(day);
  };
  const on = { today, 'next-year': nextYear, other }[choice];
  return { choice, on, nextYear, text, error, choose: setChoice, type: setText, apply };
}
