/** The page to print, on screen as it will be on paper, with what can be changed about it. */
import { useId, useState } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { Choice } from '../../ui/choice.tsx';
import { Note } from '../../ui/pieces.tsx';
import { aboutMap } from '../paper/about-map.ts';
import { COORDINATES, type Coordinates } from '../paper/map/coordinate-grid.ts';
import { MapSheet, mapExtent } from '../paper/map/map-sheet.tsx';
import { LEAST_SCALE, MOST_SCALE, readScale, SCALES } from '../paper/map/true-scale.ts';
import { ORIENTATIONS, type Orientation, PAPERS, type Paper, pageSize } from '../paper/paper-size.ts';
import { Pages, PaperSheet } from '../paper/sheet.tsx';
import { blockRows, shownWords } from './block-rows.ts';
import { indexItems, SheetFrames } from './index-sheet.tsx';
import { type MetreGrids, useMetreGrids } from './metre-grids.ts';
import { type PlannedSheet, seriesSheets, singleSheet } from './print-plan.ts';
import { type Taken, useShots } from './print-shots.ts';
import { SERIES, type Series, type SeriesMatter, seriesOf } from './series.ts';
import { gridOn, middleOfSheet, paperGround, sheetMap } from './sheet-map.ts';

const BAR_PX = 180;
const MAX_NOTES = 2000;

type ScaleChoice = 'shown' | 'typed' | `${(typeof SCALES)[number]}`;

export default function PrintLayout({ onClose }: { readonly onClose: () => void }) {
  const { state, i18n, map } = useApp();
  const { t, number } = i18n.value;
  const [paper, setPaper] = useState<Paper>('A4');
  const [orientation, setOrientation] = useState<Orientation>('landscape');
  const [title, setTitle] = useState(t('printDefaultTitle'));
  const [notes, setNotes] = useState('');
  const [drawnBy, setDrawnBy] = useState('');
  const [series, setSeries] = useState<Series>('one');
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
  const matter = seriesOf(state, i18n.value, series);
  const wanted = { frame, denominator, gridded: coordinates !== 'none' };
  const planned =
    scale === 'typed' && own === null
      ? []
      : series === 'one'
        ? [singleSheet(wanted, view === undefined ? null : [view.lng, view.lat])]
        : seriesSheets(wanted, matter.subjects);
  const { taken, done, failed } = useShots(planned.map(({ shot }) => shot));
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
            label={t('printSeries')}
            value={series}
            options={SERIES.map((value) => ({ value, label: t(`printSeries.${value}`) }))}
            onChange={setSeries}
          />
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
              { value: 'shown', label: t(series === 'one' ? 'printAsShown' : 'printFitting') },
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
      {!done && failed === null && planned.length > 0 && (
        <p class="boot" role="status">
          {series === 'one'
            ? t('printDrawing')
            : t('printDrawingSheet', { n: taken.length + 1, total: planned.length })}
        </p>
      )}
      {series !== 'one' && matter.subjects.length === 0 && <Note>{t('printNoSheets')}</Note>}
      {grids !== null && taken.length > 0 && (
        <Pages width={size.width}>
          {taken.map((one) => (
            <Sheet
              key={one.shot.key}
              {...{ taken: one, planned, matter, grids, coordinates, size, orientation, title, notes, drawnBy }}
            />
          ))}
        </Pages>
      )}
    </PaperSheet>
  );
}

interface SheetProps {
  readonly taken: Taken;
  readonly planned: readonly PlannedSheet[];
  readonly matter: SeriesMatter;
  readonly grids: MetreGrids;
  readonly coordinates: Coordinates;
  readonly size: ReturnType<typeof pageSize>;
  readonly orientation: Orientation;
  readonly title: string;
  readonly notes: string;
  readonly drawnBy: string;
}

function Sheet(props: SheetProps) {
  const { taken, planned, matter, grids, coordinates, size, orientation, title, notes, drawnBy } = props;
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { shot, picture } = taken;
  const sheet = planned.find((one) => one.shot.key === shot.key);
  if (sheet === undefined) return null;
  const { subject, n } = sheet;
  const map = aboutMap(state, i18n.value, picture, BAR_PX, {
    denominator: shot.look?.denominator ?? null,
    focused: shot.focus !== null,
  });
  const about = { ...map, shown: shownWords(i18n.value, state, sheet, map.shown) };
  const isIndex = n === 0;
  const total = planned.length - 1;
  return (
    <MapSheet
      {...{ size, orientation, about, notes: n === null || isIndex ? notes : '' }}
      title={subject === null ? title : `${title} · ${subject.name}`}
      map={sheetMap(taken)}
      grid={gridOn(taken, coordinates, grids)}
      rows={blockRows(i18n.value, {
        ...{ about, shot, coordinates, drawnBy, lng: middleOfSheet(taken)[0] },
        sheet: n === null ? null : isIndex ? t('printIndexOf', { n: total }) : `${n} / ${total}`,
      })}
      {...(isIndex
        ? {
            heading: t('printSheets'),
            items: [
              ...indexItems(i18n.value, planned, matter),
              { key: 'legend', sign: { form: 'none' }, label: t('printLegend') } as const,
              ...about.legend,
            ],
            over: <SheetFrames ground={paperGround(taken)} sheets={planned} />,
          }
        : { heading: t('printLegend'), items: about.legend })}
    />
  );
}
