/** The page to print, on screen as it will be on paper, with what can be changed about it. */
import { useId, useState } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { Choice } from '../../ui/choice.tsx';
import { aboutMap } from '../paper/about-map.ts';
import { COORDINATES, type Coordinates } from '../paper/map/coordinate-grid.ts';
import { MapSheet, mapExtent } from '../paper/map/map-sheet.tsx';
import { LEAST_SCALE, MOST_SCALE, readScale, SCALES } from '../paper/map/true-scale.ts';
import { ORIENTATIONS, type Orientation, PAPERS, type Paper, pageSize } from '../paper/paper-size.ts';
import { Pages, PaperSheet } from '../paper/sheet.tsx';
import { blockRows } from './block-rows.ts';
import { type MetreGrids, useMetreGrids } from './metre-grids.ts';
import { type Shot, type Taken, useShots } from './print-shots.ts';
import { gridOn, middleOfSheet, sheetMap } from './sheet-map.ts';

const BAR_PX = 180;
const MAX_NOTES = 2000;

type ScaleChoice = 'shown' | 'typed' | `${(typeof SCALES)[number]}`;

export default function PrintLayout({ onClose }: { readonly onClose: () => void }) {
  const { i18n, map } = useApp();
  const { t, number } = i18n.value;
  const [paper, setPaper] = useState<Paper>('A4');
  const [orientation, setOrientation] = useState<Orientation>('landscape');
  const [title, setTitle] = useState(t('printDefaultTitle'));
  const [notes, setNotes] = useState('');
  const [drawnBy, setDrawnBy] = useState('');
  const [scale, setScale] = useState<ScaleChoice>('shown');
  const [typed, setTyped] = useState('');
  const [coordinates, setCoordinates] = useState<Coordinates>('none');
  const id = useId();
  const size = pageSize(paper, orientation);
  const frame = mapExtent(size, coordinates !== 'none');
  const own = readScale(typed);
  const denominator = scale === 'shown' ? null : scale === 'typed' ? own : Number(scale);
  // The middle of what the map shows when the page opens.
  const [view] = useState(() => map.peek()?.currentView());
  const look =
    denominator === null || view === undefined ? null : { centre: [view.lng, view.lat] as const, denominator };
  const shot: Shot = {
    key: JSON.stringify([frame, look, coordinates === 'none']),
    ...{ frame, look, focus: null, gridded: coordinates !== 'none' },
  };
  const { taken, done, failed } = useShots(scale === 'typed' && own === null ? [] : [shot]);
  const grids = useMetreGrids(coordinates);

  return (
    <PaperSheet
      kind="is-map"
      label={t('printTitle')}
      title={title}
      paper={paper}
      orientation={orientation}
      words={{ print: t('printNow'), close: t('printClose') }}
      hint={t('printHint')}
      ready={done && grids !== null}
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
          <Choice<ScaleChoice>
            label={t('printAtScale')}
            value={scale}
            options={[
              { value: 'shown', label: t('printAsShown') },
              ...SCALES.map((value) => ({ value: `${value}` as const, label: `1:${number(value, 0)}` })),
              { value: 'typed', label: t('printOtherScale') },
            ]}
            onChange={setScale}
          />
          {scale === 'typed' && (
            <div class="field">
              <label for={`${id}-scale`}>1:N</label>
              <input
                id={`${id}-scale`}
                inputMode="numeric"
                size={9}
                value={typed}
                aria-invalid={typed !== '' && own === null}
                aria-describedby={`${id}-limits`}
                onInput={(event) => setTyped(event.currentTarget.value)}
              />
              <p class="field-hint" id={`${id}-limits`}>
                {t('printScaleLimits', { from: number(LEAST_SCALE, 0), to: number(MOST_SCALE, 0) })}
              </p>
            </div>
          )}
          <Choice
            label={t('printCoordinates')}
            value={coordinates}
            options={COORDINATES.map((value) => ({ value, label: t(`printCoordinates.${value}`) }))}
            onChange={setCoordinates}
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
          <div class="field">
            <label for={`${id}-by`}>{t('printDrawnBy')}</label>
            <input
              id={`${id}-by`}
              value={drawnBy}
              maxLength={40}
              size={12}
              onInput={(event) => setDrawnBy(event.currentTarget.value)}
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
      {!done && failed === null && (
        <p class="boot" role="status">
          {t('printDrawing')}
        </p>
      )}
      {grids !== null && taken.length > 0 && (
        <Pages width={size.width}>
          {taken.map((one) => (
            <Sheet
              key={one.shot.key}
              {...{ taken: one, grids, coordinates, size, orientation, title, notes, drawnBy, place: null }}
            />
          ))}
        </Pages>
      )}
    </PaperSheet>
  );
}

interface SheetProps {
  readonly taken: Taken;
  readonly grids: MetreGrids;
  readonly coordinates: Coordinates;
  readonly size: ReturnType<typeof pageSize>;
  readonly orientation: Orientation;
  readonly title: string;
  readonly notes: string;
  readonly drawnBy: string;
  /** Which sheet of a series. */
  readonly place: { readonly n: number; readonly total: number } | null;
}

function Sheet({ taken, grids, coordinates, size, orientation, title, notes, drawnBy, place }: SheetProps) {
  const { state, i18n } = useApp();
  const { shot, picture } = taken;
  const about = aboutMap(state, i18n.value, picture, BAR_PX, {
    denominator: shot.look?.denominator ?? null,
    focused: shot.focus !== null,
  });
  return (
    <MapSheet
      {...{ size, orientation, title, notes, about }}
      map={sheetMap(taken)}
      grid={gridOn(taken, coordinates, grids)}
      rows={blockRows(i18n.value, { about, shot, coordinates, lng: middleOfSheet(taken)[0], drawnBy, place })}
    />
  );
}
