import { ADD_RELATIVE } from '@gongji/texts';
import { View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import type { AddRelative } from './use-add-relative';

/** Begun before, perhaps for somebody else: what is still there, what has to be typed again and why, and the way to begin anew. */
export function FoundDraft({ found, foundAt, step, startOver, draft, onLeave }: AddRelative) {
  if (found === null || (found === 'draft' && step !== foundAt)) return null;
  const again = draft.certificateNumber === '' && step === 'person' ? say(ADD_RELATIVE.found.numberAgain) : '';
  return (
    <View className="field stack">
      {found === 'sent' ? (
        <Notice tone="warn" title={say(ADD_RELATIVE.found.sent)}>
          {say(ADD_RELATIVE.found.sentText, { again })}
        </Notice>
      ) : (
        <Notice
          tone="info"
          title={draft.name === '' ? say(ADD_RELATIVE.found.draft) : say(ADD_RELATIVE.found.draftOf, { name: draft.name })}
        >
          {say(ADD_RELATIVE.found.draftText, { again })}
        </Notice>
      )}
      {found === 'sent' && (
        <Button kind="plain" onTap={onLeave}>
          {say(ADD_RELATIVE.found.look)}
        </Button>
      )}
      <Button kind="text" inline onTap={startOver}>
        {say(ADD_RELATIVE.found.startOver)}
      </Button>
    </View>
  );
}
