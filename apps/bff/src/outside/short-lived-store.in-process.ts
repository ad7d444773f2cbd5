import { RateLimiterMemory } from 'rate-limiter-flexible';
import { limiterBy, type ShortLivedStore } from './short-lived-store';

const SWEEP_MS = 60_000;

/** The embedded default: one process, nothing outlives it. */
export function openInProcessStore(now: () => number = Date.now): ShortLivedStore {
  const rows = new Map<string, { readonly value: string; readonly endsAt: number }>();
  const groups = new Map<string, { readonly values: Map<string, string>; readonly endsAt: number }>();
  const sweep = setInterval(() => {
    for (const kept of [rows, groups]) for (const [key, { endsAt }] of kept) if (endsAt <= now()) kept.delete(key);
  }, SWEEP_MS).unref();
  return {
    put: async (key, value, ttlMs) => void rows.set(key, { value, endsAt: now() + ttlMs }),
    get: async (key) => {
      const row = rows.get(key);
      return row !== undefined && row.endsAt > now() ? row.value : undefined;
    },
    claim: async (key, ttlMs) => {
      const row = rows.get(key);
      if (row !== undefined && row.endsAt > now()) return false;
      rows.set(key, { value: '', endsAt: now() + ttlMs });
      return true;
    },
    remove: async (key) => void rows.delete(key),
    putField: async (key, { name, value }, ttlMs) => {
      const group = groups.get(key);
      const values = group !== undefined && group.endsAt > now() ? group.values : new Map<string, string>();
      groups.set(key, { values: values.set(name, value), endsAt: now() + ttlMs });
    },
    fields: async (key) => {
      const group = groups.get(key);
      return group !== undefined && group.endsAt > now() ? Object.fromEntries(group.values) : {};
    },
    removeFields: async (key, names) => {
      for (const name of names) groups.get(key)?.values.delete(name);
    },
    limiter: (name, limit) => limiterBy(new RateLimiterMemory({ keyPrefix: name, points: limit.times, duration: limit.seconds })),
    ping: async () => {},
    close: async () => clearInterval(sweep),
  };
}
