import { TOUR } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { Component, type PropsWithChildren, type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { send } from '@/shared/bff/send';
import { note, useTrail } from '@/shared/session/trail';
import { usePeople } from '@/shared/session/use-people';
import { onLanguage, say, speaksEnglish } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Guide } from './guide';
import './tour.scss';

/** The demonstration on a wide screen: the phone in the middle, what to try at its left, the counter at its right. Nothing in live mode. */
export const Tour = (): ReactNode => (
  <TourBoundary>
    <Sides />
  </TourBoundary>
);

/** A tour that throws is gone, and leaves the phone as it is: React would take both away. */
class TourBoundary extends Component<PropsWithChildren, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? null : this.props.children;
  }
}

function Sides() {
  const { found } = usePeople();
  const english = useSyncExternalStore(onLanguage, speaksEnglish);
  const [counter, setCounter] = useState<string>();
  useEffect(() => {
    void send({ method: 'GET', path: '/sandbox/tour' }).then((reply) => {
      const told = (reply?.body as { readonly counter?: string } | undefined)?.counter;
      if (reply?.status === 200) setCounter(told);
    });
  }, []);
  const shown = found.kind === 'demo' && counter !== undefined;
  useEffect(() => {
    document.documentElement.classList.toggle('tour', shown);
    return () => document.documentElement.classList.remove('tour');
  }, [shown]);
  useEffect(() => {
    const moved = () => {
      if (location.hash.includes('family/')) note('family');
      if (location.hash.includes('paying/')) note('premium');
    };
    window.addEventListener('hashchange', moved);
    return () => window.removeEventListener('hashchange', moved);
  }, []);
  if (!shown) return null;
  return createPortal(
    <View className={`theme ${english ? 'theme--english' : ''}`}>
      <View className="tour__side tour__side--guide">
        <Guide people={found.people} clock={new URL('/', counter).href} />
      </View>
      <View className="tour__side tour__side--counter">
        <Counter address={counter} />
      </View>
    </View>,
    document.body,
  );
}

/** The sandbox's own page. The code travels behind the # of its address, which no server sees. */
function Counter({ address }: { readonly address: string }) {
  const { payload } = useTrail();
  const [handed, setHanded] = useState<string>();
  const hand = () => {
    if (payload === null) return;
    setHanded(payload);
    note('handed');
  };
  return (
    <>
      <Button off={payload === null} onTap={hand}>
        {say(TOUR.hand)}
      </Button>
      {payload === null && <Text className="block muted">{say(TOUR.noCode)}</Text>}
      {/* The sandbox's own page, of another origin and allowed by the policy alone; it needs its scripts and its storage. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe className="tour__counter" title={say(TOUR.counter)} src={handed === undefined ? address : `${address}#code=${handed}`} />
    </>
  );
}
