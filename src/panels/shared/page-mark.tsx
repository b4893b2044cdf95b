/** What every page that leaves the product carries: document, data version, datum, approval number or the mark for internal use. */

import { useApp } from '../../state/app.ts';
import { mapMark } from '../../state/map-mark.ts';
import { documentCite } from './phrases.ts';

export function PageMark({ class: className }: { readonly class: string }) {
  const { state, i18n } = useApp();
  const { t, date } = i18n.value;
  const policy = state.policy.value;
  const { version, config } = state.base;
  const cite = documentCite(i18n.value, policy);
  return (
    <footer class={className}>
      {t('wideFoot', { cite, version: version.data, date: date(version.date) })} · WGS-84 ·{' '}
      {mapMark(config, i18n.value)}
    </footer>
  );
}
