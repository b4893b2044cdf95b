/** The stage: the map alone in the window, as a room sees it. */
import { useApp } from '../../state/context.ts';
import { IconButton } from '../../ui/pieces.tsx';
import '../../ui/present.css';

export default function Stage() {
  const { state, i18n } = useApp();
  return (
    <div class="present-stage">
      <IconButton icon="close" label={i18n.value.t('close')} onClick={() => state.actions.setMode('plan')} />
    </div>
  );
}
