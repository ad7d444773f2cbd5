import { MESSAGE_KINDS } from '@gongji/domain';
import { z } from 'zod';
import { id, instantText } from './wire';

export const message = z.strictObject({
  messageId: id,
  at: instantText,
  title: z.string(),
  text: z.string(),
  kind: z.enum(MESSAGE_KINDS),
  read: z.boolean(),
});
export const messagesQuery = z.strictObject({ kind: z.enum(MESSAGE_KINDS).optional() });
/** Up to the newest one that was on the screen. */
export const markReadRequest = z.strictObject({ upTo: id });
export const unreadMessages = z.strictObject({ count: z.int().min(0) });
export const messageList = z.strictObject({ messages: z.array(message) });
export type Message = z.infer<typeof message>;
export type MessageList = z.infer<typeof messageList>;
