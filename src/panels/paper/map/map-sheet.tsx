/** A sheet with a map as it is printed: map with coordinates, legend, where it lies, and what it says of itself. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { LngLat } from '../../../domain/position.ts';
import { useApp } from '../../../state/app.ts';
import type { AboutMap } from '../about-map.ts';
import type { LegendItem } from '../legend.ts';
import type { Orientation, PageSize } from '../paper-size.ts';
import { sheetBox } from '../paper-size.ts';
import { North, ScaleBar } from '../print-page.tsx';
import { GridLayer, type GridShown, LABEL_STRIP } from './grid-layer.tsx';
import { Inset } from './inset.tsx';
import { LegendBox } from './legend-box.tsx';
import { type BlockRow, TitleBlock } from './title-block.tsx';
import type { Extent } from './true-scale.ts';

/** Longer notes get a page of their own. */
const NOTES_BESIDE = 120;

/** The map of a sheet, on paper. */
export interface SheetMap {
  /** Address of the picture. */
  readonly url: string;
  /** Of the picture; what is beyond the frame is cut. Millimetres. */
  readonly paper: Extent;
  readonly bearing: number;
  /** Corners of the frame, one after the other. */
  readonly corners: readonly LngLat[];
}

interface MapSheetProps {
  readonly size: PageSize;
  readonly orientation: Orientation;
  readonly title: string;
  readonly notes: string;
  readonly map: SheetMap;
  readonly grid: GridShown | null;
  readonly about: AboutMap;
  readonly rows: readonly BlockRow[];
  /** The legend, or a list in its place. */
  readonly heading: string;
  readonly items: readonly LegendItem[];
  /** Drawn over the map, in millimetres of it. */
  readonly over?: ComponentChildren;
}

/** The part of the frame that the picture gets. */
export function mapExtent({ map }: Pick<PageSize, 'map'>, gridded: boolean): Extent {
  const strip = gridded ? 2 * LABEL_STRIP : 0;
  return { width: map.width - strip, height: map.height - strip };
}

export function MapSheet(props: MapSheetProps) {
  const { size, orientation, title, notes, map, grid, about, rows, heading, items, over = null } = props;
  const { t } = useApp().i18n.value;
  const extent = mapExtent(size, grid !== null);
  const beside = notes.length <= NOTES_BESIDE;
  const key = [size.width, size.height, beside ? notes.length : 0, ...items.map(({ label }) => label)].join('\n');
  const [fit, setFit] = useState({ key, shown: items.length });
  const rest = fit.key === key ? items.slice(fit.shown) : [];
  const inset = <Inset ground={map.corners} size={size.inset} />;
  const isLandscape = orientation === 'landscape';
  return (
    <>
      <section class={`print-sheet is-${orientation}`} style={sheetBox(size)}>
        <div class="print-body">
          <figure
            class="print-map"
            style={{
              width: `${extent.width}mm`,
              height: `${extent.height}mm`,
              margin: `${grid === null ? 0 : LABEL_STRIP}mm`,
            }}
          >
            <div class="print-picture">
              <img
                src={map.url}
                alt={title}
                style={{ width: `${map.paper.width}mm`, height: `${map.paper.height}mm` }}
              />
            </div>
            {grid !== null && <GridLayer size={extent} grid={grid} />}
            {over}
            <North bearing={map.bearing} letter={t('printNorth')} />
            <ScaleBar about={about} />
          </figure>
          <div class="print-legend">
            <LegendBox key={key} heading={heading} items={items} onFit={(shown) => setFit({ key, shown })} />
            {beside && notes.trim() !== '' && (
              <div class="print-notes">
                <h3>{t('printNotes')}</h3>
                <p>{notes}</p>
              </div>
            )}
            {!isLandscape && inset}
          </div>
        </div>
        <div class="print-strip" style={{ height: `${size.strip}mm` }}>
          <TitleBlock title={title} about={about} rows={rows} />
          {isLandscape && inset}
        </div>
      </section>
      {rest.length > 0 && <ListSheets {...{ size, orientation, title, heading, about }} items={rest} />}
      {!beside && (
        <section class={`print-sheet is-${orientation}`} style={sheetBox(size)}>
          <SheetHead title={title} words={t('printNotes')} />
          <div class="print-notes is-page">
            <p>{notes}</p>
          </div>
          <SheetFoot about={about} />
        </section>
      )}
    </>
  );
}

interface ListSheetsProps {
  readonly size: PageSize;
  readonly orientation: Orientation;
  readonly title: string;
  readonly heading: string;
  readonly about: AboutMap;
  readonly items: readonly LegendItem[];
}

/** What of a legend has found no room beside the map, on as many sheets as it takes. */
function ListSheets(props: ListSheetsProps) {
  const { size, orientation, title, heading, about, items } = props;
  const key = [size.width, size.height, ...items.map(({ label }) => label)].join('\n');
  const [fit, setFit] = useState({ key, shown: items.length });
  const rest = fit.key === key ? items.slice(fit.shown) : [];
  const { t } = useApp().i18n.value;
  return (
    <>
      <section class={`print-sheet is-${orientation}`} style={sheetBox(size)}>
        <SheetHead title={title} words={t('printContinued', { what: heading })} />
        <div class="print-legend is-page">
          <LegendBox key={key} heading={heading} items={items} onFit={(shown) => setFit({ key, shown })} />
        </div>
        <SheetFoot about={about} />
      </section>
      {rest.length > 0 && <ListSheets {...props} items={rest} />}
    </>
  );
}

const SheetHead = ({ title, words }: { readonly title: string; readonly words: string }) => (
  <header class="print-head">
    <h2>{title}</h2>
    <p>{words}</p>
  </header>
);

const SheetFoot = ({ about }: { readonly about: AboutMap }) => (
  <footer class="print-foot">
    <p>{about.version}</p>
    <p class="sheet-mark">{about.mark}</p>
  </footer>
);
