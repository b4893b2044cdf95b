/** The way from a record to its corrections. */
import { isCorrected, type Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { CorrectedBadge } from '../provenance/corrected-badge.tsx';
import './corrections.css';

export function CorrectBar({ site }: { readonly site: Site }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  return (
    <p class="correct-bar">
      {isCorrected(site) && (
        <CorrectedBadge isDraft={Object.values(site.corrected ?? {}).some((made) => made?.source === null)} />
      )}
      <span class="actions no-print">
        <LinkButton onClick={() => state.corrections.edit(site.id, 'location')}>{t('correctThis')}</LinkButton>
        <CorrectionsLink />
      </span>
    </p>
  );
}

/** To the list of all corrections, with their number, and how many of them the register has moved away from. */
export function CorrectionsLink() {
  const { state, i18n } = useApp();
  const { list, work } = state.corrections;
  const n = list.value.length;
  const standings = [...(work.value?.standings.value.values() ?? [])];
  const conflicts = standings.filter((standing) => standing === 'conflict').length;
  const { t } = i18n.value;
  return (
    <LinkButton onClick={() => state.actions.openView('corrections')}>
      {n === 0 ? t('corrections') : t('correctionsCount', { n })}
      {conflicts > 0 && <span class="standing-conflict"> {t('correctionsConflicts', { n: conflicts })}</span>}
    </LinkButton>
  );
}
