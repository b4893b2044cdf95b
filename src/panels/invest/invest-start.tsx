/** The investor's own page: what the map offers to somebody who looks for a place. */
import { useApp } from '../../state/context.ts';

export default function InvestStart() {
  const { t } = useApp().i18n.value;
  return (
    <article class="panel start" aria-label={t('investMode')}>
      <header class="start-head">
        <h2>{t('investMode')}</h2>
        <p>{t('modeInvestText')}</p>
      </header>
    </article>
  );
}
