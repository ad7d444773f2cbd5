import { INNER_PIECES } from '@gongji/texts';
import type { ReactNode } from 'react';
import type { FileState } from '../bff/use-file';
import { say } from '../text/say';
import { Unreachable } from './loaded';
import { Notice } from './notice';
import { Refused } from './outcome';

interface Props {
  readonly state: FileState;
  readonly kept: { readonly title: string; readonly text: string };
  /** Where a phone cannot take the file: its content went to the clipboard. */
  readonly copiedText?: string;
  readonly failedText: string;
  /** Where the phone asks for a permission: how to give it. */
  readonly notAllowed?: ReactNode;
}

/** What became of a file: kept, copied, not allowed, failed, refused or unreachable. Nothing before, and nothing if the person changed their mind. */
export function FileOutcome({ state, kept, copiedText = '', failedText, notAllowed }: Props) {
  const failed = (
    <Notice tone="danger" title={say(INNER_PIECES.file.failed)} urgent>
      {failedText}
    </Notice>
  );
  switch (state.kind) {
    case 'kept':
      return (
        <Notice tone="ok" title={kept.title} urgent>
          {kept.text}
        </Notice>
      );
    case 'copied':
      return (
        <Notice tone="ok" title={say(INNER_PIECES.file.copied)} urgent>
          {copiedText}
        </Notice>
      );
    case 'not-allowed':
      return <>{notAllowed ?? failed}</>;
    case 'failed':
      return failed;
    case 'refused':
      return <Refused refusal={state.refusal} />;
    case 'unreachable':
      return <Unreachable />;
    case 'idle':
    case 'fetching':
    case 'keeping':
    case 'given-up':
      return null;
  }
}
