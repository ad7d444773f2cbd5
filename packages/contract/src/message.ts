import { z } from 'zod';
import { id, instantText } from './wire';

export const message = z.strictObject({ messageId: id, at: instantText, title: z.string(), text: z.string() });
export const messageList = z.strictObject({ messages: z.array(message) });
export type Message = z.infer<typeof message>;
export type MessageList = z.infer<typeof messageList>;
