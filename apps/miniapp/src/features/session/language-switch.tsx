import { LANGUAGE } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { startOverAt } from '@/shared/platform/navigation';
import type { Page } from '@/shared/platform/pages';
import { changeLanguage } from '@/shared/session/language';
import { say, speaksEnglish } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';

/** To the other language, by its own name. The page then begins anew, since every text on it is another one. */
export function LanguageSwitch({ page }: { readonly page: Page }) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const change = async () => {
    setState('busy');
    const changed = await changeLanguage();
    setState(changed ? 'idle' : 'failed');
    if (changed) startOverAt(page);
  };
  return (
    <View className="stack">
      {state === 'failed' && <Notice tone="warn" title={say(LANGUAGE.unreachable)} urgent />}
      <Button kind="text" busyText={state === 'busy' && say(LANGUAGE.changing)} onTap={() => void change()}>
        {speaksEnglish() ? '中文' : 'English'}
      </Button>
    </View>
  );
}
