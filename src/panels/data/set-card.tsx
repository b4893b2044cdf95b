/** One imported set: shown or not, its style, its filter, its receipt, and its end. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { countKinds } from '../../domain/geometries.ts';
import { wholeGeometries } from '../../domain/point-set.ts';
import { boundsOf, DISPLAYS, isSetFiltered, NO_SET_FILTER } from '../../domain/set-look.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { keepBefore } from '../../state/workspace/keep-before.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { ChangedWords } from './changed-words.tsx';
import { ColourFields } from './colour-fields.tsx';
import { HatchField, LabelField, OpacityField } from './looks/look-fields.tsx';
import { OutsideList } from './outside-list.tsx';
import { ReceiptView } from './receipt-view.tsx';
import { RemoteLine } from './remote-line.tsx';
import { SetDatum } from './set-datum.tsx';
import { SetFilters } from './set-filters.tsx';
import { SetDot, SetLegend } from './set-legend.tsx';
import { SetList } from './set-list.tsx';
import { SizeField } from './size-field.tsx';
import { DensityFields, HexagonFields } from './surface-fields.tsx';

const CellChip = lazyPanel(() => import('../plan/cell-chip.tsx').then((m) => m.default), {
  words: ['plan', 'panels'],
  wait: 'silent',
});

const SetCharts = lazyPanel(() => import('./charts/set-charts.tsx').then((m) => m.default), {
  words: ['panels', 'plan'],
});

const ReuseFields = lazyPanel(() => import('./reuse/reuse-fields.tsx').then((m) => m.ReuseFields), {
  words: ['panels', 'plan', 'table'],
});

interface CardProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

/** `ways` are the buttons that move it among the others. */
export function SetCard({ imports, item, ways }: CardProps & { readonly ways: ComponentChildren }) {
  const { i18n, map } = useApp();
  const { t } = i18n.value;
  const { id, set, look, rows } = item;
  const zoom = () => {
    const box = boundsOf(set);
    if (box !== null) map.value?.fitBox(box);
  };
  return (
    <section class="set-card" aria-label={look.name}>
      <div class="set-head">
        <label class="data-check set-title">
          <input
            type="checkbox"
            checked={look.visible}
            onChange={(event) => imports.restyle(id, { visible: event.currentTarget.checked })}
          />
          <SetDot item={item} />
          <strong>{look.name}</strong>
          <span class="tabular muted">
            {rows === undefined ? t('setRows', { n: set.count }) : t('setRowsOf', { n: rows.length, total: set.count })}
          </span>
        </label>
        {ways}
      </div>
      <ChangedWords item={item} />
      {imports.working.value.has(id) && (
        <p role="status" class="small muted">
          {t('setWorking')}
        </p>
      )}
      {imports.unkept.value.has(id) && <p class="note note-warning">{t('setUnkept')}</p>}
      {look.visible && <RemoteLine item={item} />}
      {item.filter.cell !== null && <CellChip cell={item.filter.cell} setId={id} />}
      {look.visible && <SetLegend item={item} />}
      <SetDatum imports={imports} item={item} />
      <p class="actions">
        <LinkButton onClick={zoom}>{t('setZoom')}</LinkButton>
        <button
          type="button"
          class="link-button"
          aria-label={t('setTableOf', { name: look.name })}
          onClick={() => imports.showTable(id)}
        >
          {t('setTable')}
        </button>
        <CountIn imports={imports} item={item} />
        {isSetFiltered(item.filter) && (
          <LinkButton onClick={() => imports.refilter(id, NO_SET_FILTER)}>{t('setFilterClear')}</LinkButton>
        )}
        <Remove imports={imports} item={item} />
      </p>
      <details>
        <summary>{t('setStyle')}</summary>
        <StyleFields imports={imports} item={item} />
      </details>
      <SetFilters imports={imports} item={item} />
      <ChartsOf imports={imports} item={item} />
      <SetList imports={imports} item={item} />
      <OutsideList imports={imports} item={item} />
      {item.remote === undefined && <Reuse imports={imports} item={item} />}
      {item.remote === undefined && (
        <details>
          <summary>{t('receipt')}</summary>
          <ReceiptView receipt={item.receipt} name={look.name} />
        </details>
      )}
    </section>
  );
}

/** Charts of its columns; their code comes with the first that is looked at. */
function ChartsOf(props: CardProps) {
  const { i18n } = useApp();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{i18n.value.t('charts')}</summary>
      {open && <SetCharts {...props} />}
    </details>
  );
}

function Reuse(props: CardProps) {
  const { i18n } = useApp();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{i18n.value.t('setReuse')}</summary>
      {open && <ReuseFields {...props} />}
    </details>
  );
}

/** Counts what lies in the areas of the set, and its areas by district. */
function CountIn({ imports, item: { id, set, look } }: CardProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const geometries = wholeGeometries(set);
  if (geometries === undefined || countKinds(geometries).area === 0) return null;
  const open = () => {
    imports.countIn(id);
    state.actions.openView('areas');
  };
  return (
    <button type="button" class="link-button" aria-label={t('setCountInOf', { name: look.name })} onClick={open}>
      {t('setCountIn')}
    </button>
  );
}

function StyleFields({ imports, item }: CardProps) {
  const { id: setId, look } = item;
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  return (
    <div class="data-fields">
      <div class="data-field">
        <label for={`${id}name`}>{t('setName')}</label>
        <input
          id={`${id}name`}
          value={look.name}
          maxLength={80}
          onChange={(event) => imports.rename(setId, event.currentTarget.value)}
        />
      </div>
      <div class="data-field">
        <label for={`${id}display`}>{t('setDisplay')}</label>
        <select
          id={`${id}display`}
          value={look.display}
          onChange={(event) =>
            imports.restyle(setId, { display: DISPLAYS.find((d) => d === event.currentTarget.value) ?? 'points' })
          }
        >
          {DISPLAYS.map((display) => (
            <option key={display} value={display}>
              {t(`display.${display}`)}
            </option>
          ))}
        </select>
      </div>
      {look.display === 'points' && (
        <>
          <ColourFields imports={imports} item={item} />
          <SizeField imports={imports} item={item} />
          <HatchField imports={imports} item={item} />
          <LabelField imports={imports} item={item} />
        </>
      )}
      <OpacityField imports={imports} item={item} />
      {look.display === 'hexagons' && <HexagonFields imports={imports} item={item} />}
      {look.display === 'heat' && <DensityFields imports={imports} item={item} />}
    </div>
  );
}

function Remove({ imports, item }: CardProps) {
  const app = useApp();
  const { i18n, places } = app;
  const { t } = i18n.value;
  const [asked, setAsked] = useState(false);
  const { name } = item.look;
  if (!asked) {
    return (
      <button
        type="button"
        class="link-button"
        aria-label={t('setRemoveThis', { name })}
        onClick={() => setAsked(true)}
      >
        {t('setRemove')}
      </button>
    );
  }
  const remove = async () => {
    await keepBefore(app, 'removed', name);
    imports.kept.change((now) => now.filter(({ id }) => id !== item.id));
    void imports.remove(item.id);
    places.panel.current?.focus();
  };
  return (
    <>
      <LinkButton class="danger" onClick={() => void remove()}>
        {t('setRemoveSure', { name })}
      </LinkButton>
      <LinkButton onClick={() => setAsked(false)}>{t('cancel')}</LinkButton>
    </>
  );
}
