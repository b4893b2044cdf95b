/** The register on its way out to be edited. */
import { useState } from 'preact/hooks';
import { layRegister } from '../../../analysis/register-workbook/layout.ts';
import { download } from '../../../data/export/download.ts';
import { registerCsv, registerXlsx } from '../../../data/export/register-workbook.ts';
import { useApp } from '../../../state/app.ts';
import { today } from '../../../state/today.ts';
import { LinkButton, Note, Section } from '../../../ui/pieces.tsx';
import { headingWords, workbookWords } from './words.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function EditingForm() {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const [saved, setSaved] = useState('');

  function save(format: 'xlsx' | 'csv'): void {
    const laid = layRegister(state.sites.peek(), state.base.version.data, (key) => headingWords(i18n.value, key));
    const name = `${t('wbFileName')}-${today()}.${format}`;
    const content =
      format === 'xlsx'
        ? new Blob([registerXlsx(laid, workbookWords(i18n.value, state))], { type: XLSX })
        : new Blob([registerCsv(laid.records)], { type: 'text/csv;charset=utf-8' });
    download(name, content, content.type);
    setSaved(t('exportSaved', { name, kb: number(Math.max(1, Math.round(content.size / 1024))) }));
  }

  return (
    <Section title={t('wbTitle')}>
      <Note>{t('wbLead')}</Note>
      <p class="actions">
        <LinkButton class="primary" onClick={() => save('xlsx')}>
          {t('wbXlsx')}
        </LinkButton>
        <LinkButton onClick={() => save('csv')}>{t('wbCsv')}</LinkButton>
      </p>
      <p role="status" class="small">
        {saved}
      </p>
    </Section>
  );
}
