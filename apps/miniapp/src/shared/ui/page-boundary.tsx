import { PIECES } from '@gongji/texts';
import { View } from '@tarojs/components';
import { Component, type PropsWithChildren } from 'react';
import { forgetAnswers } from '../bff/answers';
import { roleOf } from '../platform/a11y';
import { restoreScreen } from '../platform/display';
import { startOverAt } from '../platform/navigation';
import { forget } from '../platform/storage';
import { say } from '../text/say';
import { Button } from './button';
import { Notice } from './notice';

interface State {
  readonly broken: boolean;
  /** How often it was opened again. */
  readonly tries: number;
}

/** Taro leaves a page white for good once its code throws. This says what happened and opens the page again. */
export class PageBoundary extends Component<PropsWithChildren, State> {
  override state: State = { broken: false, tries: 0 };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  override componentDidCatch(): void {
    // The page cannot give the brightness back any more.
    restoreScreen();
  }

  readonly openAgain = (): void => {
    forgetAnswers();
    // The second time whatever the phone keeps for this page goes too. Codes without network come again with the next code.
    if (this.state.tries > 0) for (const name of ['offlineKeys', 'drafts'] as const) forget(name);
    this.setState(({ tries }) => ({ broken: false, tries: tries + 1 }));
  };

  override render() {
    return this.state.broken ? <Broken onOpenAgain={this.openAgain} /> : this.props.children;
  }
}

const Broken = ({ onOpenAgain }: { readonly onOpenAgain: () => void }) => (
  <View className="screen__body stack" {...roleOf('main')}>
    <Notice tone="danger" title={say(PIECES.broken.title)} urgent>
      {say(PIECES.broken.text)}
    </Notice>
    <Button icon="refresh" onTap={onOpenAgain}>
      {say(PIECES.broken.again)}
    </Button>
    <Button kind="plain" onTap={() => startOverAt('insurance-code')}>
      {say(PIECES.broken.toCode)}
    </Button>
  </View>
);
