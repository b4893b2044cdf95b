/** Everything that leaves the product: data as files, the map as an image, the map as a page. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { LinkButton, Section } from '../../ui/pieces.tsx';
import { EditingForm } from '../corrections/workbook/export-form.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { DataForm } from './data-form.tsx';
import { ImageForm, PrintForm } from './image-form.tsx';
import './export.css';

export default function ExportPanel() {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  useEffect(() => need.imports(), []);
  return (
    <article class="panel" aria-label={t('exportTitle')}>
      <PanelHead title={t('exportTitle')} />
      <DataForm />
      {state.mode.value === 'plan' && <EditingForm />}
      <ImageForm />
      <PrintForm />
      <Section title={t('workspace')}>
        <p class="export-form">
          {t('exportWorkspace')}{' '}
          <LinkButton onClick={() => state.actions.openView('workspace')}>{t('workspace')}</LinkButton>
        </p>
      </Section>
    </article>
  );
}
