import type { BindingView } from '@gongji/contract';
import { useWrite, type WriteState } from '@/shared/bff/use-write';
import type { GrantKind } from './binding-text';

interface Unbind {
  readonly state: WriteState<BindingView>;
  readonly busy: boolean;
  readonly submit: () => void;
}

interface Options {
  readonly bindingId: string;
  readonly kind: GrantKind | null;
  /** What was shown before no longer holds. */
  readonly onRefused: () => void;
}

/** Closes one switch, or ends the binding with all that stands on it. */
export function useUnbind({ bindingId, kind, onRefused }: Options): Unbind {
  const unbind = useWrite('unbind');
  const close = useWrite('closeGrant');
  const path = { bindingId };
  const submit = async () => {
    const outcome = kind === null ? await unbind.submit({ path }) : await close.submit({ path, body: { kind } });
    if (outcome?.kind === 'refused') onRefused();
  };
  const { state, busy } = kind === null ? unbind : close;
  return { state, busy, submit: () => void submit() };
}
