import { MESSAGE_KINDS, MESSAGE_SUBJECTS, SUBSCRIBE_KINDS } from '@gongji/domain';
import { z } from 'zod';
import { id, instantText, pageQuery } from './wire';

export const message = z.strictObject({
  messageId: id,
  at: instantText,
  title: z.string(),
  text: z.string(),
  kind: z.enum(MESSAGE_KINDS),
  read: z.boolean(),
  /** What the reader may open of it; null: nothing. */
  about: z.strictObject({ kind: z.enum(MESSAGE_SUBJECTS), id }).nullable(),
});
/** The cursor is the last message seen. */
export const messagesQuery = pageQuery.extend({ cursor: id.optional(), kind: z.enum(MESSAGE_KINDS).optional() });
/** The newest one that was on the screen: it and all before it. */
export const markReadRequest = z.strictObject({ upTo: id });
export const unreadMessages = z.strictObject({ count: z.int().min(0) });
export const messageList = z.strictObject({ messages: z.array(message), nextCursor: id.nullable() });
export type Message = z.infer<typeof message>;
export type MessageList = z.infer<typeof messageList>;

/** Which template of the mini program stands for each kind; empty where WeChat has none for it. */
export const subscriptions = z.strictObject({
  templates: z.array(z.strictObject({ kind: z.enum(SUBSCRIBE_KINDS), templateId: z.string() })),
  left: z.record(z.enum(SUBSCRIBE_KINDS), z.int().min(0)),
});
export type Subscriptions = z.infer<typeof subscriptions>;
/** What the person allowed in WeChat's own dialogue, and a fresh log-in code of the same person. */
export const subscribeRequest = z.strictObject({
  kinds: z.array(z.enum(SUBSCRIBE_KINDS)).min(1).max(SUBSCRIBE_KINDS.length),
  code: z.string().min(1).max(200),
});
