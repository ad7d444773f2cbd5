import { weChatSubscribeMessage } from '@gongji/contract';
import { z } from 'zod';

export const sentMessage = z.strictObject({ ...weChatSubscribeMessage.shape, at: z.string() });
