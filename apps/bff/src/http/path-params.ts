import { deviceId, id, regionCode } from '@gongji/contract';
import { z } from 'zod';

export const PATH_PARAM = /:([A-Za-z]+)/g;

/** Regions have codes, phones have names of their own making; everything else is an id. */
const NAMED: Readonly<Record<string, z.ZodType>> = { region: regionCode, deviceId };

/** The schema of a path's parameters. */
export const paramsSchema = (path: string): z.ZodObject =>
  z.strictObject(Object.fromEntries([...path.matchAll(PATH_PARAM)].map(([, name = '']) => [name, NAMED[name] ?? id])));
