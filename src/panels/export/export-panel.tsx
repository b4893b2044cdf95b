/** Everything that leaves the product: data as files, the map as an image, the map as a page. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { PanelHead } from '../shared/panel-head.tsx';
import { DataForm } from './data-form.tsx';
import { ImageForm, PrintForm } from './image-form.tsx';
import './export.css';

export default function ExportPanel() {
  const { i18n, need } = useApp();
  const { t, has } = i18n.value;
  const ready = has('plan') && has('panels');
  useEffect(() => {
    need.words('plan');
    need.imports();
  }, []);
  if (!ready) return <p class="boot">{t('loading')}</p>;
  return (
    <article class="panel" aria-label={t('exportTitle')}>
      <PanelHead title={t('exportTitle')} />
      <DataForm />
      <ImageForm />
      <PrintForm />
    </article>
  );
}
