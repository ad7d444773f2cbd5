import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

// What a process counts and measures, in the form that Prometheus reads. A label is a pattern, a status, a code or the name of a part: nothing of what
// anybody sent, and nobody's id.

export interface Answered {
  readonly method: string;
  /** The route's pattern; `none` where there is no such route. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
  readonly refusedCode: string | undefined;
}

export interface Metrics {
  readonly answered: (request: Answered) => void;
  /** By the name of the job: how much it did, or that it failed. */
  readonly jobDone: (job: string, count: number) => void;
  readonly jobFailed: (job: string) => void;
  readonly circuit: (part: string, state: 'open' | 'trying' | 'closed') => void;
  /** Read at the moment somebody asks. */
  readonly watch: (name: WatchedName, read: () => number) => void;
  /** Everything as text, with its content type. */
  readonly text: () => Promise<{ readonly type: string; readonly body: string }>;
}

const WATCHED = {
  gongji_live_connections: 'Phones that watch the code they show',
  gongji_database_connections: 'Connections to the database, in use or not',
  gongji_database_idle_connections: 'Connections to the database that nobody uses',
  gongji_database_waiting: 'Requests that wait for a connection to the database',
} as const;
export type WatchedName = keyof typeof WATCHED;

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function openMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'gongji_http_request_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  });
  const refusals = new Counter({
    name: 'gongji_refusals_total',
    help: 'Requests that were refused, by code',
    labelNames: ['code'],
    registers,
  });
  const done = new Counter({ name: 'gongji_job_done_total', help: 'What jobs did, by job', labelNames: ['job'], registers });
  const failed = new Counter({ name: 'gongji_job_failures_total', help: 'Jobs that failed, by job', labelNames: ['job'], registers });
  const circuits = new Gauge({
    name: 'gongji_circuit_open',
    help: '1 while nothing is sent to a party outside, by part',
    labelNames: ['part'],
    registers,
  });
  return {
    answered: ({ method, route, status, seconds, refusedCode }) => {
      requests.observe({ method, route, status }, seconds);
      if (refusedCode !== undefined) refusals.inc({ code: refusedCode });
    },
    jobDone: (job, count) => done.inc({ job }, count),
    jobFailed: (job) => failed.inc({ job }),
    circuit: (part, state) => circuits.set({ part }, state === 'closed' ? 0 : 1),
    watch: (name, read) => {
      const gauge: Gauge = new Gauge({ name, help: WATCHED[name], registers, collect: () => gauge.set(read()) });
    },
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  };
}
