/** The register on its way out to be edited. */
import { useState } from 'preact/hooks';
import { download } from '../../../data/export/download.ts';
import { useApp } from '../../../state/app.ts';
import { today } from '../../../state/today.ts';
import { LinkButton, Note, Section } from '../../../ui/pieces.tsx';
import { reasonOf } from '../../frame/part-failed.tsx';

const FILE_NAME = 'foshan-224-register-edit';

export function EditingForm() {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const [said, setSaid] = useState('');

  async function save(format: 'xlsx' | 'csv'): Promise<void> {
    try {
      const { makeWorkbook } = await import('./make-workbook.ts');
      const content = makeWorkbook(state, i18n.peek(), format);
      const name = `${FILE_NAME}-${today()}.${format}`;
      download(name, content, content.type);
      setSaid(t('exportSaved', { name, kb: number(Math.max(1, Math.round(content.size / 1024))) }));
    } catch (error) {
      setSaid(t('exportFailed', { reason: reasonOf(i18n.peek(), error) }));
    }
  }

  return (
    <Section title={t('wbTitle')}>
      <Note>{t('wbLead')}</Note>
      <p class="actions">
        <LinkButton class="primary" onClick={() => void save('xlsx')}>
          {t('wbXlsx')}
        </LinkButton>
        <LinkButton onClick={() => void save('csv')}>{t('wbCsv')}</LinkButton>
      </p>
      <p role="status" class="small">
        {said}
      </p>
    </Section>
  );
}
