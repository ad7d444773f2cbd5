import { PIECES } from '@gongji/texts';
import { goTo } from '../platform/navigation';
import { useSession } from '../session/session';
import { say } from '../text/say';
import { Button } from './button';

interface Props {
  /** What the page shows to be named on the phone. */
  readonly reference: string | null;
  readonly errorCode?: string;
}

/** Leads from whatever went wrong to the complaint form, and takes the reference along. People who are not logged in have the help page and the hotline. */
export function ReportProblem({ reference, errorCode }: Props) {
  const { status } = useSession();
  if (status !== 'in') return null;
  const known = {
    ...(reference === null ? {} : { reference }),
    ...(errorCode === undefined ? {} : { errorCode }),
  };
  return (
    <Button kind="text" inline onTap={() => goTo('write-complaint', known)}>
      {say(PIECES.report.problem)}
    </Button>
  );
}

interface AboutProps {
  readonly about: 'payment' | 'settlement' | 'binding';
  readonly id: string;
}

/** Leads from something that did happen to a question about it. */
export const ReportAbout = ({ about, id }: AboutProps) => (
  <Button kind="text" onTap={() => goTo('write-complaint', { about, id })}>
    {say(PIECES.report.question)}
  </Button>
);
