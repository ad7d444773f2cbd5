import { Gallery } from '@/features/gallery/gallery';
import { Screen } from '@/shared/ui/screen';

export default function ComponentsPage() {
  return (
    <Screen title="组件一览">
      <Gallery />
    </Screen>
  );
}
