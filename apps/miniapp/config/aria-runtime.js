import { mergeInternalComponents } from '@tarojs/shared';
import aria from './aria-components.json';

mergeInternalComponents(aria.components);
