/** What a filter left, said aloud: the legend that shows it may be behind a tab or under a table. */
import { countRecords } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';

export default function FilterStatus() {
  const { state, i18n } = useApp();
  const n = countRecords(state.visibleSites.value);
  const total = countRecords(state.sites.value);
  return (
    <p class="visually-hidden" role="status">
      {i18n.value.t('announceCount', { n, total })}
    </p>
  );
}
