/** The page to print, on screen as it will be on paper, with what can be changed about it. */
import { useEffect, useId, useState } from 'preact/hooks';
import { messageOf } from '../../domain/error-message.ts';
import { useApp } from '../../state/app.ts';
import type { MapPicture } from '../../state/map-port.ts';
import { Choice } from '../../ui/choice.tsx';
import { aboutMap } from '../paper/about-map.ts';
import { mmToPx, ORIENTATIONS, type Orientation, PAPERS, type Paper, pageSize } from '../paper/paper-size.ts';
import { PrintPages } from '../paper/print-page.tsx';
import { PaperSheet } from '../paper/sheet.tsx';

/** About 240 dots an inch. */
const PIXEL_RATIO = 2.5;
const BAR_PX = 180;
const MAX_NOTES = 2000;

interface Shot {
  readonly picture: MapPicture;
  readonly url: string;
}

export default function PrintLayout({ onClose }: { readonly onClose: () => void }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const [paper, setPaper] = useState<Paper>('A4');
  const [orientation, setOrientation] = useState<Orientation>('landscape');
  const [title, setTitle] = useState(t('printDefaultTitle'));
  const [notes, setNotes] = useState('');
  const id = useId();
  const size = pageSize(paper, orientation);
  const { shot, failed } = usePicture(size.map);

  return (
    <PaperSheet
      kind="is-map"
      label={t('printTitle')}
      title={title}
      paper={paper}
      orientation={orientation}
      words={{ print: t('printNow'), close: t('printClose') }}
      hint={t('printHint')}
      ready={shot !== null}
      failure={failed === null ? null : t('exportFailed', { reason: failed })}
      onClose={onClose}
      tools={
        <>
          <Choice
            label={t('printPaper')}
            value={paper}
            options={PAPERS.map((value) => ({ value, label: value }))}
            onChange={setPaper}
          />
          <Choice
            label={t('printOrientation')}
            value={orientation}
            options={ORIENTATIONS.map((value) => ({
              value,
              label: t(value === 'landscape' ? 'printLandscape' : 'printPortrait'),
            }))}
            onChange={setOrientation}
          />
          <div class="field print-title-field">
            <label for={`${id}-title`}>{t('printHeading')}</label>
            <input
              id={`${id}-title`}
              value={title}
              maxLength={80}
              onInput={(event) => setTitle(event.currentTarget.value)}
            />
          </div>
          <div class="field print-notes-field">
            <label for={`${id}-notes`}>{t('printNotes')}</label>
            <textarea
              id={`${id}-notes`}
              rows={1}
              value={notes}
              maxLength={MAX_NOTES}
              onInput={(event) => setNotes(event.currentTarget.value)}
            />
          </div>
        </>
      }
    >
      {shot === null ? (
        failed === null && (
          <p class="boot" role="status">
            {t('printDrawing')}
          </p>
        )
      ) : (
        <PrintPages
          size={size}
          orientation={orientation}
          title={title}
          notes={notes}
          image={shot.url}
          bearing={shot.picture.bearing}
          about={aboutMap(state, i18n.value, shot.picture, BAR_PX)}
        />
      )}
    </PaperSheet>
  );
}

/** The map in the size that the page gives it, drawn anew for each; millimetres. */
function usePicture({ width, height }: { readonly width: number; readonly height: number }): {
  shot: Shot | null;
  failed: string | null;
} {
  const { map } = useApp();
  const [shot, setShot] = useState<Shot | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    const life = { gone: false };
    const isGone = () => life.gone;
    let url: string | null = null;
    setShot(null);
    setFailed(null);
    const draw = async () => {
      const picture = await map
        .peek()
        ?.picture({ size: { width: mmToPx(width), height: mmToPx(height) }, pixelRatio: PIXEL_RATIO });
      if (picture === undefined || isGone()) return;
      const blob = await new Promise<Blob | null>((resolve) => picture.canvas.toBlob(resolve, 'image/png'));
      if (isGone() || blob === null) return;
      url = URL.createObjectURL(blob);
      setShot({ picture, url });
    };
    draw().catch((error: unknown) => {
      if (!isGone()) setFailed(messageOf(error));
    });
    return () => {
      life.gone = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [width, height]);
  return { shot, failed };
}
