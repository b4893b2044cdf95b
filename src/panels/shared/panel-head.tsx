/** The head of every detail panel: what it is about, and the way out. */
import type { SiteSymbol } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { Mark } from '../../ui/mark.tsx';
import { IconButton } from '../../ui/pieces.tsx';

interface PanelHeadProps {
  readonly title: string;
  readonly kicker?: string;
  readonly subtitle?: { readonly text: string; readonly lang?: string };
  readonly mark?: Pick<SiteSymbol, 'cluster'> & Partial<SiteSymbol>;
}

export function PanelHead({ title, kicker, subtitle, mark }: PanelHeadProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  return (
    <header class="detail-head">
      {mark !== undefined && <Mark {...mark} theme={state.theme.value} size={34} />}
      <div class="detail-title">
        {kicker !== undefined && <p class="kicker">{kicker}</p>}
        <h2>{title}</h2>
        {subtitle !== undefined && (
          <p class="subtitle" lang={subtitle.lang}>
            {subtitle.text}
          </p>
        )}
      </div>
      <div class="detail-actions no-print">
        <IconButton icon="print" label={t('print')} onClick={() => window.print()} />
        <IconButton icon="close" label={t('close')} onClick={() => state.actions.close()} />
      </div>
    </header>
  );
}
