/** An outline from text or from a file, read as any import is; the datum is asked. */
import { useId, useState } from 'preact/hooks';
import { groupFiles } from '../../data/import/file-groups.ts';
import { FORMAT_ENDINGS } from '../../data/import/types.ts';
import { OFFSET_DATUMS, type OffsetDatum } from '../../domain/point-set.ts';
import type { OutlineCoordinates } from '../../domain/schema/outline.ts';
import { useApp } from '../../state/app.ts';
import { noteOf } from '../../state/imports/import-session.ts';
import { failureWords } from '../data/note-text.ts';

const ACCEPT = Object.values(FORMAT_ENDINGS)
  .flat()
  .map((ending) => `.${ending}`)
  .join();

/** Text as the file that it could be: GeoJSON, or a table of one cell of WKT. */
function fileOf(text: string): File {
  const trimmed = text.trim();
  return trimmed.startsWith('{')
    ? new File([trimmed], 'outline.geojson')
    : new File([`name,WKT\noutline,"${trimmed.replaceAll('"', '')}"\n`], 'outline.csv');
}

interface ReadProps {
  /** With what is to be said of it. */
  readonly onOutline: (outline: OutlineCoordinates, words: string) => void;
}

export function ReadOutline({ onOutline }: ReadProps) {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const [datum, setDatum] = useState<OffsetDatum | null>(null);
  const [text, setText] = useState('');
  const [failed, setFailed] = useState('');
  const [reading, setReading] = useState(false);

  const read = async (files: readonly File[]) => {
    const [group] = groupFiles(files);
    if (group === undefined) return;
    if (datum === null) return setFailed(t('outlineDatumFirst'));
    setFailed('');
    setReading(true);
    try {
      const found = await state.imports.peek()?.session.readArea(group, datum);
      if (found == null) return setFailed(t('outlineNoArea', { name: group.file.name }));
      const words = [
        ...(found.others > 0 ? [t('outlineOthers', { n: found.others })] : []),
        ...(found.stated !== null && found.stated !== datum ? [t('outlineStated', { crs: found.stated })] : []),
      ];
      onOutline(found.outline, words.join(' '));
    } catch (error) {
      setFailed(failureWords(i18n.value, noteOf(error)));
    } finally {
      setReading(false);
    }
  };
  return (
    <fieldset class="field-group" onFocusIn={need.imports}>
      <legend>{t('outlineRead')}</legend>
      <div class="field">
        <label for={`${id}datum`}>{t('outlineDatum')}</label>
        <select
          id={`${id}datum`}
          value={datum ?? ''}
          onChange={({ currentTarget: { value } }) => setDatum(OFFSET_DATUMS.find((each) => each === value) ?? null)}
        >
          <option value="">{t('outlineDatumNone')}</option>
          {OFFSET_DATUMS.map((each) => (
            <option key={each} value={each}>
              {t(`datum.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}text`}>{t('outlinePaste')}</label>
        <textarea id={`${id}text`} rows={3} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </div>
      <p class="actions">
        <button
          type="button"
          class="link-button"
          disabled={text.trim() === '' || reading}
          onClick={() => void read([fileOf(text)])}
        >
          {t('outlineTake')}
        </button>
      </p>
      <div class="field">
        <label for={`${id}file`}>{t('outlineFile')}</label>
        <input
          id={`${id}file`}
          type="file"
          multiple
          accept={ACCEPT}
          onChange={(event) => {
            void read([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {failed !== '' && (
        <p role="alert" class="field-problem">
          {failed}
        </p>
      )}
    </fieldset>
  );
}
