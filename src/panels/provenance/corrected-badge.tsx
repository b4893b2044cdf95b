/** The mark of a correction. */
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';
import './provenance.css';

/** A draft's source is still to be stated. */
export function CorrectedBadge({ isDraft = false }: { readonly isDraft?: boolean }) {
  const { i18n } = useApp();
  return (
    <span class="corrected-badge">
      <Icon name="pencil" size={12} /> {i18n.value.t(isDraft ? 'draftBadge' : 'correctionBadge')}
    </span>
  );
}
