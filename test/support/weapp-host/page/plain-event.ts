// Between view and logic only plain values travel: an event arrives as WeChat sends it, without the view's objects.

interface ShadowNode {
  readonly id?: string;
  readonly dataset?: object;
  readonly _$backendElement?: { readonly offsetLeft?: number; readonly offsetTop?: number };
}

interface ShadowEvent {
  readonly type: string;
  readonly timeStamp: number;
  readonly detail?: unknown;
  readonly target?: ShadowNode;
  readonly currentTarget?: ShadowNode;
  readonly mark?: object;
  getOriginalEvent?(): { readonly touches?: ArrayLike<Touch>; readonly changedTouches?: ArrayLike<Touch> } | undefined;
}

const isShadowEvent = (value: unknown): value is ShadowEvent =>
  typeof value === 'object' && value !== null && typeof (value as { wrapShadowedEvent?: unknown }).wrapShadowedEvent === 'function';

const plainNode = (node: ShadowNode | undefined) =>
  node && {
    id: node.id,
    dataset: { ...node.dataset },
    offsetLeft: node._$backendElement?.offsetLeft,
    offsetTop: node._$backendElement?.offsetTop,
  };

/** Where a finger is on the page; on a canvas WeChat also gives x and y inside it. */
const plainTouches = (touches: ArrayLike<Touch> | undefined) =>
  Array.from(touches ?? [], (touch) => {
    const box = touch.target instanceof Element ? touch.target.closest('wx-canvas')?.getBoundingClientRect() : undefined;
    const { identifier, pageX, pageY, clientX, clientY } = touch;
    return { identifier, pageX, pageY, clientX, clientY, ...(box ? { x: clientX - box.left, y: clientY - box.top } : {}) };
  });

const plainEvent = (event: ShadowEvent) => {
  const original = event.getOriginalEvent?.();
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    detail: JSON.parse(JSON.stringify(event.detail ?? {})) as unknown,
    target: plainNode(event.target),
    currentTarget: plainNode(event.currentTarget),
    mark: event.mark ?? {},
    touches: plainTouches(original?.touches),
    changedTouches: plainTouches(original?.changedTouches),
  };
};

type Method = (this: unknown, ...given: unknown[]) => unknown;

export const withPlainEvents = (method: Method): Method =>
  function withPlainEvent(this: unknown, ...given) {
    const [first, ...rest] = given;
    return isShadowEvent(first) ? method.call(this, plainEvent(first), ...rest) : method.apply(this, given);
  };
