/** A base map out of a file of the user's. */
import { useSignal } from '@preact/signals';
import { useApp } from '../../state/app.ts';
import { addBasemapFile } from '../../state/basemaps/basemap-file.ts';
import type { Basemaps } from '../../state/basemaps/basemaps.ts';
import { faultWords } from '../../state/basemaps/fault-words.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { Note } from '../../ui/pieces.tsx';

interface Said {
  readonly tone: 'quiet' | 'warning';
  readonly words: string;
}

export function PickFile({ bases }: { readonly bases: Basemaps }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const said = useSignal<Said | null>(null);
  const open = async (file: File): Promise<void> => {
    const { name } = file;
    said.value = { tone: 'quiet', words: t('baseFileReading', { name }) };
    try {
      const { basemap, refused } = await addBasemapFile(file, bases);
      state.actions.setBasemap(basemap.id);
      said.value =
        refused === null
          ? { tone: 'quiet', words: t('baseFileAdded', { name }) }
          : { tone: 'warning', words: t(`baseFileUnkept.${refused}`, { name }) };
    } catch (error) {
      said.value = { tone: 'warning', words: t('baseFileRefused', { name, why: faultWords(i18n.peek(), error) }) };
    }
  };
  return (
    <div class="base-add">
      <p class="base-actions">
        <FileButton
          look="text-button"
          label={t('switcherPick')}
          accept=".pmtiles"
          onFiles={([file]) => file !== undefined && void open(file)}
        />
        <button type="button" class="text-button" onClick={() => state.actions.openView('basemaps')}>
          {t('switcherMore')}
        </button>
      </p>
      <p class="base-credit base-hint">{t('switcherPickHint')}</p>
      <div role="status">{said.value !== null && <Note tone={said.value.tone}>{said.value.words}</Note>}</div>
    </div>
  );
}
