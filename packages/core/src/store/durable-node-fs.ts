import { fdatasyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface OpenStream {
  readonly nfd?: number;
}
interface EmscriptenModule {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: OpenStream) => number } };
}

/** PGlite's file system answers fsync without doing it. This one does it, so that a commit that was acknowledged is on the disk. */
export class DurableNodeFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(...args);
    const preRun = result.emscriptenOpts.preRun as ((module: EmscriptenModule) => void)[];
    preRun.push((module) => {
      module.NODEFS.stream_ops.fsync = (stream) => {
        if (typeof stream.nfd === 'number') fdatasyncSync(stream.nfd);
        return 0;
      };
    });
    return result;
  }
}

/** A start goes through its buffers page by page: for the 128 MB that PostgreSQL takes by itself that is half a second of a processor. */
export const QUICK_START = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

/** PGlite starts PostgreSQL with -F, which is fsync off. */
export const DURABLE_START = [
  ...QUICK_START.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'max_wal_size=128MB',
];
