/** Beside the map: how to add a base map. Which is shown is chosen on the map itself. */
import { useApp } from '../../state/app.ts';
import { PanelHead } from '../shared/panel-head.tsx';
import { AddBase } from './add-base.tsx';

export default function BasesPanel() {
  const { t } = useApp().i18n.value;
  return (
    <article class="panel" aria-label={t('baseTitle')}>
      <PanelHead title={t('baseTitle')} />
      <AddBase />
    </article>
  );
}
