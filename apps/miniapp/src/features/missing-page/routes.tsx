import type { ComponentType } from 'react';
import { whenIdleAfterLoad } from '@/shared/platform/browser';
import { MissingPage } from './missing-page';

// Only for browsers, which fetch the code of a page when somebody goes there (config/first-load.ts).

interface Code {
  readonly default: ComponentType;
}
type Load = (context: unknown, params: unknown) => readonly [Promise<Code>, unknown, unknown];

/** As Taro writes it. */
export interface Route {
  readonly path: string;
  load: Load;
}

/** Every page opens, with or without network: fetched ahead, or else with a word about why it is not there. Taro alone would leave the address and the tab bar at a page that never comes. */
export function openEveryPage(routes: readonly Route[]): void {
  const ahead = routes
    .filter(({ path }) => !path.startsWith('pages/demo/'))
    .map(
      ({ load }) =>
        () =>
          load(null, null)[0],
    );
  for (const route of routes) standIn(route);
  whenIdleAfterLoad(ahead);
}

function standIn(route: Route): void {
  const { path, load } = route;
  const Missing = () => <MissingPage path={path} fetchPage={() => load(null, null)[0]} />;
  route.load = (context, params) => {
    const [code, ...given] = load(context, params);
    return [code.catch(() => ({ default: Missing })), ...given];
  };
}
