/** Where the pointer is, or else the middle of the map, in the datum or grid that the user chose; the device keeps it. */
import { useEffect, useState } from 'preact/hooks';
import { DEVICE_KEYS } from '../../data/device/keys.ts';
import { keepText, textAt } from '../../data/device/storage.ts';
import { GRID_IDS, type Grid, type GridId, gridOf } from '../../data/export/grid.ts';
import type { LngLat } from '../../domain/position.ts';
import { useApp } from '../../state/app.ts';
import { IconButton } from '../../ui/pieces.tsx';
import { useCopy } from '../shared/use-copy.ts';
import { placeWords } from './measure-words.ts';

/** What people here read coordinates in; the metres of web maps are no such. */
const OFFERED = GRID_IDS.filter((id) => id !== 'epsg:3857');

const keptGrid = (): GridId => OFFERED.find((id) => id === textAt(DEVICE_KEYS.pointerGrid)) ?? 'wgs84';

/** @param pixel ground under a pixel of the map, metres */
export function Coordinates({ middle, pixel }: { readonly middle: LngLat; readonly pixel: number }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [id, setId] = useState<GridId>(keptGrid);
  const grid = useGrid(id);
  const pointer = usePointer();
  const { copied, copy, forget } = useCopy();
  useEffect(forget, [id, middle[0], middle[1]]);
  const choose = (next: string) => {
    const found = OFFERED.find((each) => each === next);
    if (found === undefined) return;
    setId(found);
    keepText(DEVICE_KEYS.pointerGrid, found);
  };
  const words = (at: LngLat) => (grid === null ? '' : placeWords(i18n.value, grid, at, pixel));
  return (
    <div class="measure-place">
      <span class="muted">{t(pointer === null ? 'rulerMiddle' : 'rulerPointer')}</span>
      <b class="tabular">{words(pointer ?? middle)}</b>
      <IconButton icon="copy" label={t('rulerCopyMiddle')} onClick={() => copy(words(middle))} />
      <span role="status" class="small muted">
        {copied !== null && t(copied ? 'rulerCopied' : 'rulerCopyFailed')}
      </span>
      <select aria-label={t('rulerGrid')} value={id} onChange={({ currentTarget: { value } }) => choose(value)}>
        {OFFERED.map((each) => (
          <option key={each} value={each}>
            {t(`rulerGrid.${each}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The conversion, once its code is there; the last one stays as long as the next is on its way. */
function useGrid(id: GridId): Grid | null {
  const { state } = useApp();
  const [grid, setGrid] = useState<Grid | null>(null);
  useEffect(() => {
    let gone = false;
    gridOf(id).then((next) => gone || setGrid(next), state.actions.notify);
    return () => {
      gone = true;
    };
  }, [id]);
  return grid;
}

function usePointer(): LngLat | null {
  const { state, map } = useApp();
  const [at, setAt] = useState<LngLat | null>(null);
  const port = map.value;
  useEffect(() => {
    if (port === null) return;
    let stop: (() => void) | null = null;
    let gone = false;
    port.followPointer(setAt).then((end) => {
      if (gone) end();
      else stop = end;
    }, state.actions.notify);
    return () => {
      gone = true;
      stop?.();
    };
  }, [port]);
  return at;
}
