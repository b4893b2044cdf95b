/** The datum of a set that nothing gave away: what was taken, and one button for each that it may be. */
import { useState } from 'preact/hooks';
import { isDatumAssumed, OFFSET_DATUMS, type OffsetDatum } from '../../domain/point-set.ts';
import { useApp } from '../../state/app.ts';
import { type ImportedSet, readOf } from '../../state/imports/imported-set.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { datumWords } from './note-text.ts';

interface DatumProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

/** Nothing where the file or the format states its datum. Said once, it can be said anew. */
export function SetDatum({ imports, item }: DatumProps) {
  const { set, receipt } = item;
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const [busy, setBusy] = useState(false);
  const { datum } = set;
  if (datum === undefined || receipt.datumOpen === undefined) return null;
  const isAssumed = isDatumAssumed(set);
  // What a file states is not asked about; what was asked once may be changed.
  if (!isAssumed && receipt.datumSaid !== true) return null;
  const say = (said: OffsetDatum) => {
    setBusy(true);
    imports.session
      .settleDatum(readOf(item), said)
      .then(imports.replace)
      .catch(state.actions.notify)
      .finally(() => setBusy(false));
  };
  const taken = datumWords(i18n.value, datum.taken);
  return (
    <div class={`set-datum ${isAssumed ? 'note note-warning' : 'small muted'}`}>
      <p>
        <strong>{t('dataDatum')}</strong>: {isAssumed ? t('datumAssumed', { datum: taken }) : taken}
      </p>
      {isAssumed && <p>{t('datumSay')}</p>}
      <p class="actions">
        {OFFSET_DATUMS.filter((each) => isAssumed || each !== datum.taken).map((each) => (
          <LinkButton key={each} onClick={() => !busy && say(each)}>
            {t('datumIs', { datum: datumWords(i18n.value, each) })}
          </LinkButton>
        ))}
      </p>
    </div>
  );
}
