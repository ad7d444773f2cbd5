import { Canvas } from '@tarojs/components';
import { roleOf } from '@/shared/platform/a11y';

interface Props {
  readonly id: string;
  readonly className: string;
  readonly label: string;
}

export const Picture = ({ id, className, label }: Props) => (
  <Canvas type="2d" id={id} canvasId={id} className={`code__picture ${className}`} aria-label={label} {...roleOf('img')} />
);
