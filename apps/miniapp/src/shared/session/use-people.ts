import type { SandboxPerson } from '@gongji/contract';
import { groupBy } from '@gongji/domain';
import { useCallback, useEffect, useState } from 'react';
import { send } from '../bff/send';

type People = { readonly kind: 'loading' | 'unreachable' | 'real' } | { readonly kind: 'demo'; readonly people: readonly SandboxPerson[] };

/** The demo's people. Where there is no sandbox there is no such list, and people log in as themselves. */
export function usePeople(): { readonly found: People; readonly reload: () => void } {
  const [found, setFound] = useState<People>({ kind: 'loading' });
  const reload = useCallback(() => {
    setFound({ kind: 'loading' });
    void send({ method: 'GET', path: '/sandbox/people' }).then((reply) => {
      const people = (reply?.body as { readonly people?: readonly SandboxPerson[] } | undefined)?.people;
      if (reply?.status === 200 && people !== undefined) setFound({ kind: 'demo', people });
      else setFound({ kind: reply?.status === 404 ? 'real' : 'unreachable' });
    });
  }, []);
  useEffect(reload, [reload]);
  return { found, reload };
}

/** People of one family together, in the order they came. */
export const byFamily = (people: readonly SandboxPerson[]): readonly (readonly [family: string, members: readonly SandboxPerson[]])[] => [
  ...groupBy(people, ({ family }) => family),
];
