import { useEffect, useRef } from 'react';

/** The key that leaves what has just opened. WeChat has none. */
export function useEscape(leave: () => void): void {
  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return undefined;
    const hear = ({ key }: KeyboardEvent): void => void (key === 'Escape' && latest.current());
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
