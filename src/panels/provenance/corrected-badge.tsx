/** The mark of a correction. */
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';
import './provenance.css';

export function CorrectedBadge() {
  const { i18n } = useApp();
  return (
    <span class="corrected-badge">
      <Icon name="pencil" size={12} /> {i18n.value.t('correctionBadge')}
    </span>
  );
}
