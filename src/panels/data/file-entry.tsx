/** The ways in: drop, choose, paste. */
import { useId, useState } from 'preact/hooks';
import { FORMAT_ENDINGS } from '../../data/import/types.ts';
import { useApp } from '../../state/app.ts';
import type { ImportSession } from '../../state/imports/import-session.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { LinkButton } from '../../ui/pieces.tsx';
import { takeFiles } from './take-files.ts';

const ACCEPT = [...Object.values(FORMAT_ENDINGS).flat()].map((ending) => `.${ending}`).join();

export function FileEntry({ session }: { readonly session: ImportSession }) {
  const app = useApp();
  const { t } = app.i18n.value;
  const [pasting, setPasting] = useState(false);
  return (
    <div class="data-step">
      <div class="drop-zone">
        <p class="drop-here" aria-hidden="true">
          <Icon name="table" size={22} /> {t('dataDrop')}
        </p>
        <FileButton
          label={t('dataChoose')}
          accept={ACCEPT}
          multiple
          onFiles={(files) => takeFiles(app, session, files)}
        />
        {!pasting && <LinkButton onClick={() => setPasting(true)}>{t('dataPaste')}</LinkButton>}
        <p class="small muted">{t('dataFormats')}</p>
      </div>
      {pasting && <Paste session={session} onClose={() => setPasting(false)} />}
    </div>
  );
}

function Paste({ session, onClose }: { readonly session: ImportSession; readonly onClose: () => void }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const [text, setText] = useState('');
  const open = (event: Event) => {
    event.preventDefault();
    if (text.trim() !== '')
      void session.open(new File([text], t('dataPasteName'), { type: 'text/csv' }), { encoding: 'utf-8' });
  };
  return (
    <form class="data-field" onSubmit={open}>
      <label for={id}>{t('dataPasteLabel')}</label>
      <textarea id={id} rows={6} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <p class="actions">
        <button type="submit" class="link-button primary" disabled={text.trim() === ''}>
          {t('dataPasteOpen')}
        </button>
        <LinkButton onClick={onClose}>{t('cancel')}</LinkButton>
      </p>
    </form>
  );
}
